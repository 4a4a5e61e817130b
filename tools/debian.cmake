# SPDX-License-Identifier: GPL-2.0-or-later
# The Debian package (tools/package makes it): what goes along with the programs, and what dpkg is told of it.
# lintian has one warning left: our changelog is in another format than Debian's, which would hold the version a second time.
set(documents ${CMAKE_INSTALL_DATADIR}/doc/chancery)
install(FILES README.md DESTINATION ${documents})
install(FILES CHANGELOG.md DESTINATION ${documents} RENAME changelog)
install(FILES tools/copyright DESTINATION ${documents})
install(FILES searcher/SHARDS.md DESTINATION ${documents})
install(DIRECTORY corpus/sample tools/systemd DESTINATION ${documents}/examples)
install(PROGRAMS tools/serve-shards DESTINATION ${documents}/examples)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_SOURCE_DIR}/build)
set(CPACK_PACKAGE_CONTACT "Chancery maintainers <maintainers@chancery.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search for archives of foreign-affairs news")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Reads news articles as HTML, WARC, NITF, NewsML, ninjs, RSS, Atom, TEI, JSON
and in other formats, tags the persons, countries, organisations and places
that each speaks of, and searches them by words, tags and dates, with facets,
timelines and snippets: at a terminal, in scripts, or in a browser.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/compress_documents.cmake)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS xapian-tools)
include(CPack)
