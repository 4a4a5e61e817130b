// SPDX-License-Identifier: GPL-2.0-or-later
/// Build tool: checks the gazetteer's files and writes them as the C++ source of
/// built_in_tables(). A fault in a file stops the build with its line.
/// usage: compile_gazetteer OUT.cc FILE.tsv...   (countries first: the others name their codes)
#include <fstream>
#include <iostream>
#include <string>

#include "common/error.h"
#include "common/read_file.h"
#include "indexer/gazetteer/gazetteer.h"

namespace {

using chancery::Error;

void write_literal(std::ostream& out, const std::string& text) {
  out << '"';
  for (const char c : text) {
    if (c == '\n') {
      out << "\\n\"\n\"";
    } else if (c == '\t') {
      out << "\\t";
    } else {
      if (c == '"' || c == '\\') out << '\\';
      out << c;
    }
  }
  out << '"';
}

void compile(int argc, char** argv) {
  chancery::Gazetteer gazetteer;
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Written by compile_gazetteer.\n#include \"indexer/gazetteer/built_in_gazetteer.h\"\n\n"
         "namespace chancery {\n\nconst std::vector<BuiltInTable>& built_in_tables() {\n"
         "  static const std::vector<BuiltInTable> tables = {\n";
  for (int i = 2; i < argc; ++i) {
    const std::string text = chancery::read_file("the table", argv[i]);
    gazetteer.add(chancery::parse_gazetteer_table(argv[i], text));
    const std::string path = argv[i];
    out << "{\"" << path.substr(path.rfind('/') + 1) << "\",\n";
    write_literal(out, text);
    out << "},\n";
  }
  out << "  };\n  return tables;\n}\n\n}  // namespace chancery\n";
  if (!out.flush()) throw Error(std::string(argv[1]) + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    compile(argc, argv);
    return 0;
  } catch (const Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
