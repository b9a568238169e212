"""A prompt's and a flow's life with boto3, its clients as it makes them."""
import datetime
import json

import boto3

MODEL = "us.anthropic.claude-haiku-5-5"
agent, runtime, flows, ssm = map(boto3.client, ("bedrock-agent", "bedrock-runtime", "bedrock-agent-runtime", "ssm"))


def prompt(text):
    template = {"text": {"text": text, "inputVariables": [{"name": "name"}]}}
    variant = {"name": "default", "modelId": MODEL, "templateType": "TEXT", "templateConfiguration": template}
    return {"name": "boto3", "defaultVariant": "default", "variants": [variant]}


def data(source, output, target, given):
    configuration = {"data": {"sourceOutput": output, "targetInput": given}}
    name = f"{source}To{target}"
    return {"name": name, "type": "Data", "source": source, "target": target, "configuration": configuration}


def text_input(name):
    return [{"name": name, "type": "String", "expression": "$.data"}]


created = agent.create_prompt(**prompt("Hello {{name}}, how are you today?"))
version = agent.create_prompt_version(promptIdentifier=created["id"], tags={"by": "boto3"})
agent.update_prompt(promptIdentifier=created["id"], **prompt("Bye {{name}}."))
assert agent.list_tags_for_resource(resourceArn=version["arn"])["tags"] == {"by": "boto3"}

ssm.put_parameter(Name="/foreign/boto3/live", Value=version["arn"], Type="String")
found = ssm.get_paginator("get_parameters_by_path").paginate(Path="/foreign/boto3").build_full_result()["Parameters"]
assert [p["Value"] for p in ssm.get_parameter_history(Name="/foreign/boto3/live")["Parameters"]] == [version["arn"]]
call = {"modelId": found[0]["Value"], "promptVariables": {"name": {"text": "María"}}}
whole = runtime.converse(**call)["output"]["message"]["content"][0]["text"]
assert "Hello María" in whole
stream = runtime.converse_stream(**call)["stream"]
assert "".join(event.get("contentBlockDelta", {}).get("delta", {}).get("text", "") for event in stream) == whole
body = json.dumps({"anthropic_version": "bedrock-2023-05-31", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]})
chunks = [json.loads(event["chunk"]["bytes"]) for event in
          runtime.invoke_model_with_response_stream(modelId=MODEL, body=body)["body"]]
assert chunks[-1]["type"] == "message_stop"
try:
    runtime.converse(modelId=call["modelId"])
    raise AssertionError("a missing variable was accepted")
except runtime.exceptions.ValidationException:
    pass

nodes = [
    {"name": "In", "type": "Input", "configuration": {"input": {}}, "outputs": [{"name": "document", "type": "String"}]},
    {"name": "Greet", "type": "Prompt", "inputs": text_input("name"),
     "outputs": [{"name": "modelCompletion", "type": "String"}],
     "configuration": {"prompt": {"sourceConfiguration": {"resource": {"promptArn": version["arn"]}}}}},
    {"name": "Out", "type": "Output", "configuration": {"output": {}}, "inputs": text_input("document")},
]
connections = [data("In", "document", "Greet", "name"), data("Greet", "modelCompletion", "Out", "document")]
flow = agent.create_flow(
    name="boto3", executionRoleArn="arn:aws:iam::123456789012:role/any",
    definition={"nodes": nodes, "connections": connections})["id"]
agent.prepare_flow(flowIdentifier=flow)
agent.create_flow_version(flowIdentifier=flow)
alias = agent.create_flow_alias(
    flowIdentifier=flow, name="live", routingConfiguration=[{"flowVersion": "1"}])["id"]
target = {"flowIdentifier": flow, "flowAliasIdentifier": alias,
          "inputs": [{"nodeName": "In", "nodeOutputName": "document", "content": {"document": "María"}}]}
events = list(flows.invoke_flow(**target)["responseStream"])
assert events[0]["flowOutputEvent"]["content"]["document"] == whole
assert events[-1]["flowCompletionEvent"]["completionReason"] == "SUCCESS"
execution = flows.start_flow_execution(**target)["executionArn"]
target = {"flowIdentifier": flow, "flowAliasIdentifier": alias, "executionIdentifier": execution}
assert flows.get_flow_execution(**target)["status"] == "Succeeded"

cloudwatch, minute = boto3.client("cloudwatch"), datetime.timedelta(minutes=1)
now = datetime.datetime.now(datetime.timezone.utc).replace(second=0)
dimensions = [{"Name": "ModelId", "Value": MODEL}]
assert "Invocations" in {metric["MetricName"] for metric in cloudwatch.get_paginator("list_metrics").paginate(
    Namespace="AWS/Bedrock", Dimensions=dimensions).search("Metrics[]")}
good = {"MetricName": "Success", "Value": 1.0, "Unit": "None"}
cloudwatch.put_metric_data(Namespace="boto3", MetricData=[{**good, "Value": 0.0}])
cloudwatch.put_metric_data(Namespace="boto3", MetricData=[good] * 999)  # so many are sent packed
calls = {"Namespace": "AWS/Bedrock", "MetricName": "Invocations", "Dimensions": dimensions}
queries = [
    {"Id": "calls", "MetricStat": {"Metric": calls, "Period": 300, "Stat": "Sum"}, "ReturnData": False},
    {"Id": "enough", "Expression": "IF(FILL(calls, 0) >= 3, 100, 0)"},
    {"Id": "good", "MetricStat": {"Metric": {"Namespace": "boto3", "MetricName": "Success"}, "Period": 300, "Stat": "Average"}},
]
data = cloudwatch.get_metric_data(
    MetricDataQueries=queries, StartTime=now - 3 * minute, EndTime=now + 2 * minute)
assert {found["Id"]: found["Values"] for found in data["MetricDataResults"]} == {"enough": [100.0], "good": [0.999]}
try:
    cloudwatch.get_metric_data(MetricDataQueries=[{"Id": "a", "Expression": "b +"}], StartTime=now, EndTime=now)
    raise AssertionError("nonsense was accepted")
except cloudwatch.exceptions.ClientError as refused:
    assert refused.response["Error"]["Code"] == "ValidationError"

agent.delete_flow_alias(flowIdentifier=flow, aliasIdentifier=alias)
agent.delete_flow(flowIdentifier=flow)
for listed in agent.get_paginator("list_prompts").paginate().search("promptSummaries[?name=='boto3'][]"):
    agent.delete_prompt(promptIdentifier=listed["id"])
ssm.delete_parameters(Names=["/foreign/boto3/live"])
assert ssm.describe_parameters(
    ParameterFilters=[{"Key": "Name", "Option": "BeginsWith", "Values": ["/foreign/boto3"]}])["Parameters"] == []
