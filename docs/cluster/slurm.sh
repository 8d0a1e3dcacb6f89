#!/usr/bin/env bash
#SBATCH --job-name=sweep
#SBATCH --array=1-8
#SBATCH --cpus-per-task=1
#SBATCH --time=02:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
# A sweep in as many parts as the array has tasks, on Slurm:
#   parts=$(sbatch --parsable docs/cluster/slurm.sh FILE RESULT)
#   sbatch --dependency=afterok:$parts --wrap "npm run --silent sweep -- --merge RESULT.part-* --out RESULT"
# A task whose node is lost is queued again and goes on from its RESULT.part-K.partial, on a file system that all nodes see.
set -euo pipefail
file=$1 result=$2
part=$((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN + 1))
# a part that is whole is not done again
[[ -s $result.part-$part ]] && exit 0
exec npm run --silent sweep -- "$file" --shard "$part/$SLURM_ARRAY_TASK_COUNT" \
  --workers "${SLURM_CPUS_PER_TASK:-1}" --out "$result.part-$part"
