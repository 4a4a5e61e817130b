# SPDX-License-Identifier: GPL-2.0-or-later
# Writes a source file that holds other files. usage: cmake -DOUTPUT=FILE.cc "-DINPUTS=A;B" -P embed.cmake
set(rows "")
set(hashes "")
foreach(input IN LISTS INPUTS)
  file(READ "${input}" content)
  file(SHA256 "${input}" hash)
  string(SUBSTRING "${hash}" 0 16 hash)
  get_filename_component(name "${input}" NAME)
  string(APPEND rows "    {\"${name}\", R\"~embed~(${content})~embed~\", \"${hash}\"},\n")
  string(APPEND hashes "${hash}")
endforeach()
string(SHA256 version "${hashes}")
string(SUBSTRING "${version}" 0 8 version)
file(WRITE "${OUTPUT}" "#include \"searcher/web/embedded.h\"

namespace chancery::web {

EmbeddedFile embedded_file(std::string_view name) {
  static constexpr EmbeddedFile files[] = {
${rows}  };
  for (const EmbeddedFile& file : files) {
    if (file.name == name) return file;
  }
  return {};
}

std::string_view embedded_version() { return \"${version}\"; }

}  // namespace chancery::web
")
