#!/usr/bin/env bash
# Interrupts `destroy --local` and an `up --local` that deletes at random moments (INT, TERM, KILL), and runs one more
# `up`: it must end with 0 and leave nothing to do. Not part of the suite; 300 rounds take about ten minutes.
#   tests/interrupts.sh 300 dotnet "$PWD/infra/Cli/bin/Debug/net10.0/prompts.dll"
set -uo pipefail
set -m # else what runs in the background ignores INT
rounds=$1; shift
prompts=("$@")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
whole=$work/whole less=$work/less at=$work/at
mkdir -p "$whole/prompts" && cd "$whole"
printf 'name: bedrock-prompts\nruntime: dotnet\n' > Pulumi.yaml
printf 'config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n' > Pulumi.dev.yaml
for name in one two three four; do
  printf 'model: amazon.nova-lite-v1:0\ninference: { maxTokens: 100 }\ntext: Hello %s.\n' "$name" > "prompts/$name.yaml"
done
"${prompts[@]}" up dev --local > "$work/aliases" 2> /dev/null || { echo "the project does not deploy"; exit 2; }
cp -r "$whole" "$less" && rm -r "$less/.local" "$less/prompts/three.yaml" "$less/prompts/four.yaml"
unhealed=0 cut=0
for ((round = 0; round < rounds; round++)); do
  rm -rf "$at" && cp -r "$whole" "$at" && cd "$at"
  signal=$(printf 'INT\nTERM\nKILL\n' | sed -n $((round % 3 + 1))p)
  command=destroy
  if ((round % 2)); then command=up; cp -r "$less/prompts/." prompts; rm prompts/three.yaml prompts/four.yaml; fi
  "${prompts[@]}" "$command" dev --local > /dev/null 2>&1 &
  started=$!
  sleep "0.$(printf '%03d' $((RANDOM % 700 + 100)))"
  kill -s "$signal" "$started" 2> /dev/null
  wait "$started" 2> /dev/null || cut=$((cut + 1))
  "${prompts[@]}" up dev --local > up.out 2> up.err; healed=$?
  "${prompts[@]}" up dev --local > again.out 2> again.err
  left=$(grep -c unchanged again.err)
  if [ "$healed" -ne 0 ] || [ "$left" -ne 1 ] || [ "$(wc -l < again.err)" -ne 1 ]; then
    unhealed=$((unhealed + 1)); echo "round $round, $signal of $command:"; cat up.err again.err
  fi
done
echo "$rounds interrupts, $cut of them in time; $unhealed not healed by one more command"
exit $((unhealed > 0))
