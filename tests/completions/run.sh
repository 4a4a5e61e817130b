#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Checks the completions of one shell: that they can be read, and for bash and fish what they give.
# Skips (125) where that shell is not installed.
# usage: run.sh bash|zsh|fish PROJECT-FOLDER   (with the programs on PATH)
set -u
shell=$1
completions=$2/tools/completions
command -v "$shell" >/dev/null || { echo "$shell is not installed: its completions are not checked"; exit 125; }

failed=0
check() {  # check WHAT WANTED GOT
  [ "$2" = "$3" ] && return
  printf '%s\n  wanted: %s\n  got:    %s\n' "$1" "$2" "$3"
  failed=1
}

for program in chancery-indexer chancery-searcher chancery-web; do
  case $shell in
    zsh) file=_$program ;;
    *) file=$program.$shell ;;
  esac
  "$shell" -n "$completions/$file" || failed=1
done

options_of() { "$1" --help | sed -nE 's/^  (-h \[ )?(--[a-z-]+).*/\2/p' | sort | xargs; }
indexer_options=$(options_of chancery-indexer)
searcher_options=$(options_of chancery-searcher)
formats=$(chancery-indexer --help | tr -s ' \n' ' ' | sed -E 's/.*format of the inputs: ([^ ]+( \| [^ ]+)*).*/\1/; s/ \|//g')

# From here on an index that knows few names, one of them hostile.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/chancery-searcher" <<'END'
#!/usr/bin/env bash
echo "$*" >>asked
case ${!#} in
  person:Lav*) printf 'sergey-lavrov\tSergey Lavrov\t5\n' ;;
  person:lavr*) printf 'sergey-lavrov\tSergey Lavrov\t5\nlavrentiy-beria\tLavrentiy Beria\t2\n' ;;
  country:Russ*) printf 'RU\tRussia\t9\n' ;;
  source:x*) printf '$(touch harm)\tx $(touch harm)\t1\nx-press\tX`touch harm`Press\t1\n' ;;
esac
END
chmod +x "$work/chancery-searcher"
PATH=$work:$PATH
cd "$work" || exit 1

bash_completions() {
  source "$completions/chancery-indexer.bash"
  source "$completions/chancery-searcher.bash"
  # bash's own works only while a line is completed.
  compopt() { mode=" ($2)"; }

  gives() {  # gives WANTED WORD...: what the last word is completed to
    local wanted=$1 mode=
    shift
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    "_${1//-/_}"
    check "$*" "$wanted" "${COMPREPLY[*]}$mode"
  }
  check "all options" "$indexer_options" "$(COMP_WORDS=(chancery-indexer --) COMP_CWORD=1; _chancery_indexer; printf '%s\n' "${COMPREPLY[@]}" | sort | xargs)"
  check "all options" "$searcher_options" "$(COMP_WORDS=(chancery-searcher --) COMP_CWORD=1; _chancery_searcher; printf '%s\n' "${COMPREPLY[@]}" | sort | xargs)"
  gives '--source --sort' chancery-searcher --so
  gives 'json jsonl' chancery-searcher --format js
  gives 'json jsonl' chancery-searcher --format = js
  gives 'text json jsonl csv ids' chancery-searcher --format =
  gives "$formats" chancery-indexer --format ''
  gives 'id year' chancery-indexer --shard-by ''
  gives 'person,country (nospace)' chancery-searcher --facets person,cou
  gives ' (default)' chancery-searcher --db ne
  gives ' (default)' chancery-indexer --rejects ''
  gives ' (default)' chancery-indexer --quiet ''
  gives '' chancery-searcher --limit ''
  gives '' chancery-searcher word

  gives 'sergey-lavrov' chancery-searcher --db news.db --person Lav
  gives 'sergey-lavrov' chancery-searcher --db = '~/news.db' --not-person '"Lav'
  gives 'sergey-lavrov' chancery-searcher --resolve Lav
  gives 'RU' chancery-searcher --country = Russ
  # The blank keeps what is typed, where the keys do not begin with it.
  gives 'sergey-lavrov lavrentiy-beria  ' chancery-searcher --person lavr
  COMP_TYPE=63 gives 'sergey-lavrov  (Sergey Lavrov) lavrentiy-beria  (Lavrentiy Beria)' chancery-searcher --person lavr
  gives 'x-press' chancery-searcher --source x
}

fish_completions() {
  gives() {  # gives WANTED LINE
    check "$2" "$1" "$(fish --no-config -c 'source $argv[1]/chancery-indexer.fish; source $argv[1]/chancery-searcher.fish; complete -C $argv[2]' \
      "$completions" "$2" | tr '\t\n' '= ')"
  }
  gives '--sort=Order of the hits --source=Which agency or paper ' 'chancery-searcher --so'
  gives 'sergey-lavrov=Sergey Lavrov ' 'chancery-searcher --db news.db --person Lav'
  gives 'sergey-lavrov=Sergey Lavrov ' 'chancery-searcher --db=~/news.db --not-person Lav'
  gives 'Russia=RU ' 'chancery-searcher --country Russ'
  gives '--country=Russia=RU ' 'chancery-searcher --country=Russ'
  gives 'x-press=X`touch harm`Press ' 'chancery-searcher --source x-'
  gives 'person,country=Count over all hits ' 'chancery-searcher --facets person,cou'
}

case $shell in
  bash) bash_completions ;;
  fish) fish_completions ;;
esac
if [ "$shell" != zsh ]; then
  check "what the index is asked" "--db news.db --complete person:Lav" "$(head -n1 asked)"
  check "what the index is asked, with ~" "--db $HOME/news.db --complete person:Lav" "$(sed -n 2p asked)"
  check "files made by names" "" "$(compgen -G "*harm*")"
fi
exit $failed
