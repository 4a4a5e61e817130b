# SPDX-License-Identifier: GPL-2.0-or-later
# fish completion of chancery-web.

complete -c chancery-web -f
complete -c chancery-web -l db -r -F -d 'Folder of the index'
complete -c chancery-web -l listen -x -d 'Where to answer: HOST:PORT'
complete -c chancery-web -l token-file -r -F -d 'Ask for the token in its first line'
complete -c chancery-web -l quiet -d 'No line for each request'
complete -c chancery-web -s h -l help -d 'What it takes'
complete -c chancery-web -l version -d 'Version of the program and of its indexes'
