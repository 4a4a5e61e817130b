# SPDX-License-Identifier: GPL-2.0-or-later
# CPack runs this before it packs: man pages and the changelog are compressed, as Debian wants them.
set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
file(GLOB documents ${share}/man/man1/*.1 ${share}/doc/chancery/changelog)
execute_process(COMMAND gzip -9n ${documents} COMMAND_ERROR_IS_FATAL ANY)
