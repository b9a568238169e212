// What the walks deploy: a prompt of one variable, and a flow that calls it.
export const prompt = (name, text = "Hello {{name}}, how are you today?") => ({
  name,
  defaultVariant: "default",
  variants: [{
    name: "default",
    modelId: "amazon.nova-lite-v1:0",
    templateType: "TEXT",
    templateConfiguration: { text: { text, inputVariables: [{ name: "name" }] } },
    inferenceConfiguration: { text: { temperature: 0.5, maxTokens: 100 } },
  }],
});

const data = (source, sourceOutput, target, targetInput) => ({
  name: `${source}To${target}`,
  type: "Data",
  source,
  target,
  configuration: { data: { sourceOutput, targetInput } },
});

export const flow = (name, promptArn) => ({
  name,
  executionRoleArn: "arn:aws:iam::123456789012:role/any",
  definition: {
    nodes: [
      { name: "In", type: "Input", configuration: { input: {} }, outputs: [{ name: "document", type: "String" }] },
      {
        name: "Greet",
        type: "Prompt",
        configuration: { prompt: { sourceConfiguration: { resource: { promptArn } } } },
        inputs: [{ name: "name", type: "String", expression: "$.data" }],
        outputs: [{ name: "modelCompletion", type: "String" }],
      },
      {
        name: "Out",
        type: "Output",
        configuration: { output: {} },
        inputs: [{ name: "document", type: "String", expression: "$.data" }],
      },
    ],
    connections: [data("In", "document", "Greet", "name"), data("Greet", "modelCompletion", "Out", "document")],
  },
});
