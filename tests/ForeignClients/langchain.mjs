// LangChain's ChatBedrockConverse with the client that it makes itself: whole, as a stream, with a system message.
import assert from "node:assert/strict";
import { ChatBedrockConverse } from "@langchain/aws";

const model = new ChatBedrockConverse({ model: "amazon.nova-lite-v1:0", region: "us-east-1", maxTokens: 100 });
const messages = [["system", "Be kind."], ["human", "Hello María."]];

const whole = await model.invoke(messages);
assert.match(whole.content, /Be kind\.[\s\S]*Hello María\./);
assert.ok(whole.usage_metadata.output_tokens > 0);

let text = "";
for await (const chunk of await model.stream(messages)) text += chunk.text;
assert.equal(text, whole.content);
