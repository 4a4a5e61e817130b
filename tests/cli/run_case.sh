#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the command in DIR/cmd in an empty folder and compares what it gives with DIR/stdout, DIR/stderr
# and DIR/status (without them: nothing, and 0). GOLDEN=update writes those files instead.
# A cmd that exits with 125 skips its case.
# usage: run_case.sh DIR
set -u
case_dir=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/cwd"
(cd "$work/cwd" && bash "$case_dir/cmd") </dev/null >"$work/stdout" 2>"$work/stderr"
status=$?
[ $status = 125 ] && exit 125
[ $status = 0 ] || echo $status >"$work/status"

failed=0
for part in status stdout stderr; do
  wanted=$case_dir/$part
  if [ "${GOLDEN:-}" = update ]; then
    if [ -s "$work/$part" ]; then cp "$work/$part" "$wanted"; else rm -f "$wanted"; fi
  elif ! diff -u --label "$part wanted" --label "$part got" \
      "$(if [ -e "$wanted" ]; then echo "$wanted"; else echo /dev/null; fi)" \
      "$(if [ -e "$work/$part" ]; then echo "$work/$part"; else echo /dev/null; fi)"; then
    failed=1
  fi
done
exit $failed
