# SPDX-License-Identifier: GPL-2.0-or-later
# bash completion of chancery-indexer.

# The program names its formats where it is given one that it does not know.
_chancery_formats() { chancery-indexer --format '?' 2>&1 | sed -n 's/.*there are: //p' | tr -d '|'; }

_chancery_indexer() {
  local typed=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # bash parts an option and a value with = between into three words.
  if [[ $typed == = ]]; then
    typed=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    --format) COMPREPLY=($(compgen -W "$(_chancery_formats)" -- "$typed")) ;;
    --shard-by) COMPREPLY=($(compgen -W 'id year' -- "$typed")) ;;
    --progress) COMPREPLY=($(compgen -W 'auto always never' -- "$typed")) ;;
    --jobs | --memory | --lock-timeout | --shards | --reshard) ;;
    *)
      if [[ $typed == --* && $option != --db && $option != --gazetteer && $option != --corrections && $option != --rejects && $option != --export ]]; then
        COMPREPLY=($(compgen -W '--db --format --jobs --memory --rebuild --prune --shards --shard-by --reshard --lock-timeout --gazetteer --corrections --retag --tag --explain --rejects
          --check --stats --export --strict --progress --quiet --help --version' -- "$typed"))
      else
        compopt -o default
      fi
      ;;
  esac
}

complete -F _chancery_indexer chancery-indexer
