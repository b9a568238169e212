#!/usr/bin/env bash
# A prompt's life with the AWS command line, which has no streams.
set -euo pipefail
variant='name=default,modelId=amazon.nova-lite-v1:0,templateType=TEXT'
variant+=',templateConfiguration={text={text="Hello {{name}}.",inputVariables=[{name=name}]}}'
query() { aws --output text --query "$@"; }

id=$(query id bedrock-agent create-prompt --name command-line --default-variant default --variants "$variant")
arn=$(query arn bedrock-agent create-prompt-version --prompt-identifier "$id")
aws ssm put-parameter --name /foreign/aws/live --value "$arn" --type String > /dev/null
live=$(query 'Parameter.Value' ssm get-parameter --name /foreign/aws/live)
[ "$(query 'Parameters[0].Name' ssm describe-parameters --parameter-filters Key=Name,Values=/foreign/aws/live)" = /foreign/aws/live ]
said=$(query 'output.message.content[0].text' bedrock-runtime converse --model-id "$live" --prompt-variables '{"name": {"text": "María"}}')
[[ "$said" == *"Hello María."* ]]
if aws bedrock-runtime converse --model-id "$live" 2> /dev/null; then exit 1; fi
[ "$(query 'length(promptSummaries)' bedrock-agent list-prompts --prompt-identifier "$id")" = 2 ]
aws cloudwatch put-metric-data --namespace aws --metric-name Success --value 1 --dimensions Name=greeting,Release=3
[ "$(query 'Metrics[0].Dimensions[1].Value' cloudwatch list-metrics --namespace aws)" = 3 ]
calls='[{"Id": "calls", "MetricStat": {"Period": 300, "Stat": "SampleCount", "Metric": {"Namespace": "AWS/Bedrock",
  "MetricName": "InvocationLatency", "Dimensions": [{"Name": "ModelId", "Value": "amazon.nova-lite-v1:0"}]}}}]'
# The calls of the clients before this one count as well.
counted=$(query 'MetricDataResults[0].Values[0]' cloudwatch get-metric-data --metric-data-queries "$calls" \
  --start-time "$(date -u -d '-4 minutes' +%FT%TZ)" --end-time "$(date -u -d '+1 minute' +%FT%TZ)")
[[ "$counted" == [1-9]* ]]
aws bedrock-agent delete-prompt --prompt-identifier "$id" > /dev/null
aws ssm delete-parameter --name /foreign/aws/live
