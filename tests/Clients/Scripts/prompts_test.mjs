// Runs infra/Clients/javascript/prompts.mjs against a local Bedrock that ClientTests has filled; an assertion fails the
// test. Arguments: the client's file, vectors.json, and the ARN of the second version of the prompt `greeting`.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , client, vectors, second] = process.argv;
const { Prompts, bucket } = await import(pathToFileURL(client));
const shared = JSON.parse(await readFile(vectors, "utf8"));
const unit = (text) => text ?? undefined;

async function dealsAsAllClientsDo() {
  const prompts = new Prompts(shared.path, { unitKey: shared.unitKey });
  for (const { seed, unit, bucket: expected } of shared.buckets) assert.equal(bucket(seed, unit), expected, unit);
  for (const { name, calls } of shared.deals)
    for (const { unit: dealt, arn, tags } of calls)
      assert.deepEqual(await prompts.get(name).forUnit(unit(dealt)).choose(), { arn, tags });
  const { tags } = await new Prompts(shared.path).get("greeting-email").forUnit("user-0").choose();
  assert.equal(tags.unit, undefined);
}

async function saysHowItWent() {
  const written = [];
  const prompts = new Prompts(shared.path, { unitKey: shared.unitKey, metrics: (line) => written.push(line) });
  prompts.runtime = { send: async () => ({ output: { message: { content: [] } } }) };
  for (const { name, unit: dealt, success, line } of shared.lines) {
    (await prompts.get(name).forUnit(unit(dealt)).converse()).succeeded(success);
    const { _aws: { Timestamp, ..._aws }, ...said } = JSON.parse(written.at(-1));
    assert.ok(Timestamp > 1_700_000_000_000);
    assert.deepEqual({ _aws, ...said }, line);
  }
}

async function callsAPrompt(prompts) {
  const greeting = prompts.get("greeting");
  const whole = await greeting.converse({ name: "María" });
  assert.match(whole.text, /Hello María/);
  assert.ok(whole.usage.outputTokens > 0);
  const more = { messages: [{ role: "user", content: [{ text: "Again." }] }] };
  assert.match((await greeting.converse({ name: "María" }, more)).text, /Again\./);
  const streamed = await greeting.stream({ name: "María" });
  const pieces = [];
  for await (const piece of streamed) pieces.push(piece);
  assert.ok(pieces.length > 1);
  assert.match(pieces.join(""), /Hello María/);
  assert.equal(streamed.text, pieces.join(""));
  assert.ok(streamed.usage.outputTokens > 0);
  await assert.rejects(greeting.converse({}), { name: "ValidationException" });
  await assert.rejects(greeting.converse({ nam: "María" }), { name: "ValidationException" });
  await assert.rejects(prompts.get("nobody").converse(), { name: "ParameterNotFound" });
}

async function callsAFlow(prompts) {
  const { outputs } = await prompts.get("echo").invoke("Where is my order?", "In");
  assert.deepEqual(outputs, { Out: "Where is my order?" });
}

async function keepsWhatIsLive(prompts) {
  const choose = async () => (await prompts.get("greeting").choose()).arn;
  const first = await choose();
  const { PutParameterCommand, SSMClient } = await import("@aws-sdk/client-ssm");
  const move = { Name: `${prompts.path}/greeting/live`, Value: second, Overwrite: true };
  await prompts.ssm.send(new PutParameterCommand(move));
  assert.equal(await choose(), first, "kept for a minute");
  const now = performance.now();
  performance.now = () => now + 61_000;
  assert.equal(await choose(), second, "then looked up again");
  performance.now = () => now + 122_000;
  prompts.ssm = new SSMClient({ endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
  assert.equal(await choose(), second, "stale is better than none");
  await assert.rejects(prompts.get("never-read").choose(), { code: "ECONNREFUSED" });
}

await dealsAsAllClientsDo();
await saysHowItWent();
const stack = new Prompts("/bedrock-prompts/test");
await callsAPrompt(stack);
await callsAFlow(stack);
await keepsWhatIsLive(stack);
