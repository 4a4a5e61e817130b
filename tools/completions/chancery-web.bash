# SPDX-License-Identifier: GPL-2.0-or-later
# bash completion of chancery-web.

_chancery_web() {
  local typed=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # bash parts an option and a value with = between into three words.
  if [[ $typed == = ]]; then
    typed=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    --listen) ;;
    --db | --token-file) compopt -o default ;;
    *) COMPREPLY=($(compgen -W '--db --listen --token-file --quiet --help --version' -- "$typed")) ;;
  esac
}

complete -F _chancery_web chancery-web
