# SPDX-License-Identifier: GPL-2.0-or-later
# bash completion of chancery-searcher. The keys of persons, countries and so on come from the index.

# A word as it is typed, without its quotes.
_chancery_unquoted() {
  local word=${1//\\/}
  word=${word#[\"\']}
  printf '%s' "${word%[\"\']}"
}

# Puts the keys of the index for what is typed into COMPREPLY. What is typed may be any of an entity's names, so the key need
# not begin with it.
# usage: _chancery_keys TYPED FIELD...
_chancery_keys() {
  local typed field key name count i db=() keys=() shown=() all_begin=1
  typed=$(_chancery_unquoted "$1")
  shift
  for ((i = 1; i < ${#COMP_WORDS[@]} - 1; i++)); do
    [[ ${COMP_WORDS[i]} == --db ]] || continue
    [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
    db=(--db "$(_chancery_unquoted "${COMP_WORDS[i + 1]}")")
    db[1]=${db[1]/#\~\//"$HOME/"}
  done
  for field; do
    while IFS=$'\t' read -r key name count; do
      # bash would take anything else into the command line as it is.
      [[ -n $key && $key != *[^[:alnum:]-]* ]] || continue
      keys+=("$key")
      shown+=("$key  (${name//[[:cntrl:]]/})")
      [[ $key == "$typed"* ]] || all_begin=0
    done < <(chancery-searcher "${db[@]}" --complete "$field:$typed" 2>/dev/null)
  done
  COMPREPLY=("${keys[@]}")
  ((${#keys[@]} > 1)) || return
  if [[ ${COMP_TYPE:-} == 63 ]]; then  # they are only listed
    COMPREPLY=("${shown[@]}")
  elif ((!all_begin)) && [[ ${COMP_TYPE:-} != 37 ]]; then
    COMPREPLY+=(' ')  # else what the keys have in common, maybe one letter, would replace what is typed
  fi
}

# A list with commas, whose last item is being typed.
# usage: _chancery_list TYPED ITEM...
_chancery_list() {
  local typed=$1 before=
  shift
  [[ $typed == *,* ]] && before=${typed%,*},
  local IFS=$'\n'
  COMPREPLY=($(compgen -P "$before" -W "$*" -- "${typed##*,}"))
  compopt -o nospace
}

_chancery_searcher() {
  local typed=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  local facets=(person country organisation place source language subject year month day)
  COMPREPLY=()
  # bash parts an option and a value with = between into three words.
  if [[ $typed == = ]]; then
    typed=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    --person | --country | --organisation | --place | --source | --language | --subject)
      _chancery_keys "$typed" "${option#--}" ;;
    --not-person | --not-country | --not-organisation | --not-place | --not-source | --not-language | --not-subject)
      _chancery_keys "$typed" "${option#--not-}" ;;
    --resolve) _chancery_keys "$typed" person country organisation place ;;
    --sort) COMPREPLY=($(compgen -W 'relevance newest oldest' -- "$typed")) ;;
    --format) COMPREPLY=($(compgen -W 'text json jsonl csv ids' -- "$typed")) ;;
    --color) COMPREPLY=($(compgen -W 'auto always never' -- "$typed")) ;;
    --default-operator) COMPREPLY=($(compgen -W 'or and' -- "$typed")) ;;
    --timeline) COMPREPLY=($(compgen -W 'year month day' -- "$typed")) ;;
    --facets | --cross) _chancery_list "$typed" "${facets[@]}" ;;
    --db | --batch) compopt -o default ;;
    --from | --to | --date | --limit | --offset | --after | --recency | --facet-limit | --snippet-length | --like | --article | --timeout) ;;
    *)
      [[ $typed == -* ]] || return
      COMPREPLY=($(compgen -W '--person --country --organisation --place --source --language --subject
        --not-person --not-country --not-organisation --not-place --not-source --not-language --not-subject
        --all-persons --from --to --date --sort --limit --offset --after --collapse --recency --explain --facets
        --facet-limit --timeline --cross --format --count --color --snippet-length --db --timeout --allow-partial --default-operator --resolve --like
        --batch --article --help --version' -- "$typed"))
      ;;
  esac
}

complete -F _chancery_searcher chancery-searcher
