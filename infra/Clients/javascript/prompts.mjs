// Calls the prompts and flows that a stack deploys, by name. Copy this file; it needs
// @aws-sdk/client-ssm, @aws-sdk/client-bedrock-runtime and @aws-sdk/client-bedrock-agent-runtime.
//   const prompts = new Prompts("/bedrock-prompts/prod");     // the stack's parameterPath
//   const answer = await prompts.get("greeting-email").converse({ customer_name: "María" });
//   console.log(answer.text, answer.usage, answer.response);  // the last is what the SDK returned
//   answer.succeeded(true);                                   // the metric Success of this release
import { createHmac } from "node:crypto";
import { BedrockAgentRuntimeClient, InvokeFlowCommand } from "@aws-sdk/client-bedrock-agent-runtime";
import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from "@aws-sdk/client-bedrock-runtime";
import { GetParametersCommand, ParameterNotFound, SSMClient } from "@aws-sdk/client-ssm";

/** The prompts and flows of one stack. With a `unitKey` that all processes share, a keyed hash shows which
 * calls belong to the same unit; `config` is for the SDK's clients; `metrics` gets the lines of `succeeded`. */
export class Prompts {
  static keptMilliseconds = 60_000;
  #known = new Map();

  constructor(path, { stack = path.split("/").at(-1), unitKey, config = {}, metrics = console.log } = {}) {
    Object.assign(this, { path, stack, unitKey, metrics, ssm: new SSMClient(config) });
    this.runtime = new BedrockRuntimeClient(config);
    this.flows = new BedrockAgentRuntimeClient(config);
  }

  get(name) {
    return new Prompt(this, name);
  }

  /** The live ARN and the experiment, if there is one; cached for a minute, and old ones are better than none. */
  async lookUp(name) {
    const [known, now] = [this.#known.get(name), performance.now()];
    if (known && now < known.until) return known;
    // During a look-up, and after a failed one, other calls use the cached values.
    if (known) known.until = now + Prompts.keptMilliseconds;
    const Names = [`${this.path}/${name}/live`, `${this.path}/${name}/experiment`];
    const found = await this.ssm.send(new GetParametersCommand({ Names })).catch((e) => known ?? Promise.reject(e));
    if (found === known) return known;
    const [arn, experiment] = Names.map((name) => found.Parameters.find(({ Name }) => Name === name)?.Value);
    if (!arn) throw new ParameterNotFound({ message: Names[0], $metadata: {} });
    const next = { arn, experiment: JSON.parse(experiment ?? "null"), until: now + Prompts.keptMilliseconds };
    this.#known.set(name, next);
    return next;
  }
}

/** A prompt or flow by name. A unit (a user, an account ...) may get an arm of an experiment. */
class Prompt {
  constructor(prompts, name, unit) {
    Object.assign(this, { prompts, name, unit });
  }

  forUnit(unit) {
    return new Prompt(this.prompts, this.name, unit);
  }

  /** Calls the prompt; `more` is what else Converse accepts with a prompt, such as messages. */
  async converse(variables = {}, more = {}) {
    const { tags, request } = await this.#request(variables, more);
    const response = await this.prompts.runtime.send(new ConverseCommand(request));
    const text = response.output.message.content.map((block) => block.text ?? "").join("");
    return new Answer(this.prompts, tags, response, { text, usage: response.usage });
  }

  /** Calls the prompt; `for await` over the answer yields its text as it arrives, then text and usage are complete. */
  async stream(variables = {}, more = {}) {
    const { tags, request } = await this.#request(variables, more);
    return new Answer(this.prompts, tags, await this.prompts.runtime.send(new ConverseStreamCommand(request)));
  }

  /** Calls the flow; `node` is its Input. The answer's outputs are the documents of its Output nodes, by name. */
  async invoke(document, node = "FlowInputNode") {
    const { arn, tags } = await this.choose();
    const [, flowIdentifier, , flowAliasIdentifier] = arn.split("/");
    const inputs = [{ nodeName: node, nodeOutputName: "document", content: { document } }];
    const call = new InvokeFlowCommand({ flowIdentifier, flowAliasIdentifier, inputs });
    const [response, outputs] = [await this.prompts.flows.send(call), {}];
    for await (const { flowOutputEvent: left } of response.responseStream)
      if (left) outputs[left.nodeName] = left.content.document;
    return new Answer(this.prompts, tags, response, { outputs });
  }

  /** What to call now, with its tags; the release is the version's number on AWS unless an experiment names it. */
  async choose() {
    const { arn, experiment } = await this.prompts.lookUp(this.name);
    const version = arn.split(":")[6];
    const release = arn.includes("/alias/") ? arn.split("/").at(-1) : version ? `v${version}` : "DRAFT";
    if (this.unit === undefined || experiment?.v !== 1 || experiment.hash !== "gb2-utf8")
      return { arn, tags: { prompt: this.name, release } };
    const dealt = bucket(experiment.seed, this.unit);
    const arm = experiment.arms.find(({ range: [from, to] }) => from <= dealt && dealt < to);
    const tags = { prompt: this.name, release: String((arm ?? experiment.otherwise).release) };
    if (arm) Object.assign(tags, { experiment: experiment.experiment, arm: arm.key });
    const key = arm && this.prompts.unitKey;
    if (key) tags.unit = createHmac("sha256", key).update(this.unit).digest("hex").slice(0, 32);
    return { arn: (arm ?? experiment.otherwise).arn, tags };
  }

  async #request(variables, more) {
    const { arn: modelId, tags } = await this.choose();
    const promptVariables = Object.fromEntries(Object.entries(variables).map(([k, v]) => [k, { text: String(v) }]));
    return { tags, request: { modelId, promptVariables, requestMetadata: tags, ...more } };
  }
}

class Answer {
  constructor(prompts, tags, response, parts) {
    Object.assign(this, { prompts, tags, response, text: "" }, parts);
  }

  async *[Symbol.asyncIterator]() {
    for await (const { contentBlockDelta, metadata } of this.response.stream) {
      this.usage = metadata?.usage ?? this.usage;
      const piece = contentBlockDelta?.delta.text;
      if (piece) yield ((this.text += piece), piece);
    }
  }

  /** Reports whether the answer was good: one line in CloudWatch's embedded metric format. */
  succeeded(success) {
    const { prompt: Name, release: Release, ...more } = this.tags;
    const [Namespace, Dimensions, Metrics] = ["BedrockPrompts", [["Stack", "Name", "Release"]], [{ Name: "Success" }]];
    const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [{ Namespace, Dimensions, Metrics }] };
    const { stack: Stack, metrics } = this.prompts;
    metrics(JSON.stringify({ _aws, Stack, Name, Release, Success: Number(success), ...more }));
  }
}

/** From 0 to 0.9999: GrowthBook's hash version 2, over UTF-8 bytes. */
export function bucket(seed, unit) {
  const fnv1a = (text) => Buffer.from(text).reduce((code, byte) => Math.imul(code ^ byte, 16777619) >>> 0, 2166136261);
  return (fnv1a(String(fnv1a(seed + unit))) % 10000) / 10000;
}
