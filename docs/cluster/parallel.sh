#!/usr/bin/env bash
# A sweep in N parts on one machine, or on several by GNU parallel's --sshlogin:
#   bash docs/cluster/parallel.sh FILE RESULT [N] [options of parallel …]
# Run again after any stop: parts that ended are skipped, the others go on where they stood.
set -euo pipefail
file=$1 result=$2 parts=${3:-4}
shift $(($# < 3 ? $# : 3))
joblog=$result.joblog
seq "$parts" | parallel --halt soon,fail=1 --joblog "$joblog" --resume-failed "$@" \
  npm run --silent sweep -- "$file" --shard "{}/$parts" --workers 1 --out "$result.part-{}" 2>&1
for part in $(seq "$parts"); do made+=("$result.part-$part"); done
npm run --silent sweep -- --merge "${made[@]}" --out "$result"
rm -f "${made[@]}" "$joblog"
