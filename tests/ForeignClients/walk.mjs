// A prompt's and a flow's life with the AWS SDK for JavaScript v3, its clients as their constructors make them.
import assert from "node:assert/strict";
import * as agent from "@aws-sdk/client-bedrock-agent";
import * as flows from "@aws-sdk/client-bedrock-agent-runtime";
import * as models from "@aws-sdk/client-bedrock-runtime";
import * as metrics from "@aws-sdk/client-cloudwatch";
import * as parameters from "@aws-sdk/client-ssm";
import { flow, prompt } from "./definitions.mjs";

const [definitions, runtime, flowRuntime, ssm] = [
  new agent.BedrockAgentClient(), new models.BedrockRuntimeClient(), new flows.BedrockAgentRuntimeClient(), new parameters.SSMClient(),
];

const { id } = await definitions.send(new agent.CreatePromptCommand(prompt("javascript")));
const { arn } = await definitions.send(new agent.CreatePromptVersionCommand({ promptIdentifier: id, tags: { by: "node" } }));
await definitions.send(new agent.UpdatePromptCommand({ ...prompt("javascript", "Bye {{name}}."), promptIdentifier: id }));
const { variants } = await definitions.send(new agent.GetPromptCommand({ promptIdentifier: id, promptVersion: "1" }));
assert.match(variants[0].templateConfiguration.text.text, /^Hello/);

const Name = "/foreign/javascript/live";
await ssm.send(new parameters.PutParameterCommand({ Name, Value: arn, Type: "String" }));
const { Parameters } = await ssm.send(new parameters.GetParametersCommand({ Names: [Name] }));
const call = { modelId: Parameters[0].Value, promptVariables: { name: { text: "María" } }, requestMetadata: { prompt: "javascript" } };
const whole = await runtime.send(new models.ConverseCommand(call));
assert.match(whole.output.message.content[0].text, /Hello María/);
const { stream } = await runtime.send(new models.ConverseStreamCommand(call));
let text = "";
let usage;
for await (const { contentBlockDelta, metadata } of stream) {
  text += contentBlockDelta?.delta.text ?? "";
  usage = metadata?.usage ?? usage;
}
assert.equal(text, whole.output.message.content[0].text);
assert.equal(usage.outputTokens, whole.usage.outputTokens);
const body = JSON.stringify({ anthropic_version: "bedrock-2023-05-31", max_tokens: 9, messages: [{ role: "user", content: "Hi" }] });
const modelId = "us.anthropic.claude-haiku-5-5";
const chunks = await runtime.send(new models.InvokeModelWithResponseStreamCommand({ modelId, body, contentType: "application/json" }));
let last;
for await (const { chunk } of chunks.body) last = JSON.parse(new TextDecoder().decode(chunk.bytes));
assert.equal(last.type, "message_stop");
await assert.rejects(runtime.send(new models.ConverseCommand({ ...call, promptVariables: {} })), { name: "ValidationException" });

const cloudwatch = new metrics.CloudWatchClient();
const calls = { Namespace: "AWS/Bedrock", MetricName: "Invocations", Dimensions: [{ Name: "ModelId", Value: modelId }] };
const { Metrics } = await cloudwatch.send(new metrics.ListMetricsCommand(calls));
assert.deepEqual(Metrics, [calls]);
const MetricData = [{ MetricName: "Success", Values: [0, 1], Counts: [1, 9], Timestamp: new Date() }];
await cloudwatch.send(new metrics.PutMetricDataCommand({ Namespace: "javascript", MetricData }));
const { MetricDataResults: [found] } = await cloudwatch.send(new metrics.GetMetricDataCommand({
  StartTime: new Date(Date.now() - 240_000), EndTime: new Date(Date.now() + 60_000), MetricDataQueries: [
    { Id: "good", Expression: "100 * success" },
    { Id: "success", ReturnData: false, MetricStat: { Period: 300, Stat: "Average", Metric: { Namespace: "javascript", MetricName: "Success" } } },
  ],
}));
assert.deepEqual(found.Values, [90]);
assert.ok(Date.now() - found.Timestamps[0] < 310_000);

const made = await definitions.send(new agent.CreateFlowCommand(flow("javascript", arn)));
const flowIdentifier = made.id;
await definitions.send(new agent.PrepareFlowCommand({ flowIdentifier }));
await definitions.send(new agent.CreateFlowVersionCommand({ flowIdentifier }));
const routingConfiguration = [{ flowVersion: "1" }];
const alias = await definitions.send(new agent.CreateFlowAliasCommand({ flowIdentifier, name: "live", routingConfiguration }));
const inputs = [{ nodeName: "In", nodeOutputName: "document", content: { document: "María" } }];
const target = { flowIdentifier, flowAliasIdentifier: alias.id };
const { responseStream } = await flowRuntime.send(new flows.InvokeFlowCommand({ ...target, inputs, enableTrace: true }));
const events = [];
for await (const event of responseStream) events.push(event);
assert.match(events.find((event) => event.flowOutputEvent).flowOutputEvent.content.document, /Hello María/);
assert.equal(events.at(-1).flowCompletionEvent.completionReason, "SUCCESS");
const { executionArn } = await flowRuntime.send(new flows.StartFlowExecutionCommand({ ...target, inputs }));
const execution = { ...target, executionIdentifier: executionArn };
assert.equal((await flowRuntime.send(new flows.GetFlowExecutionCommand(execution))).status, "Succeeded");
const told = await flowRuntime.send(new flows.ListFlowExecutionEventsCommand({ ...execution, eventType: "Flow" }));
assert.equal(told.flowExecutionEvents.length, 2);

await definitions.send(new agent.DeleteFlowAliasCommand({ flowIdentifier, aliasIdentifier: alias.id }));
await definitions.send(new agent.DeleteFlowCommand({ flowIdentifier }));
await definitions.send(new agent.DeletePromptCommand({ promptIdentifier: id }));
await ssm.send(new parameters.DeleteParametersCommand({ Names: [Name] }));
await assert.rejects(runtime.send(new models.ConverseCommand(call)), { name: "ResourceNotFoundException" });
