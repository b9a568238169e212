// The same prompts in the AWS CDK: prompt, version and parameter each, in stacks of at most 500 resources, which is
// what CloudFormation takes. It reads them as JSON, so it parses no YAML.
const { readFileSync } = require('node:fs');
const { App, Stack } = require('aws-cdk-lib');
const bedrock = require('aws-cdk-lib/aws-bedrock');
const ssm = require('aws-cdk-lib/aws-ssm');

const promptsOfOneStack = 160;
const [, , file, outdir] = process.argv;
const app = new App({ outdir });
let stack;
JSON.parse(readFileSync(file, 'utf8')).forEach(({ name, model, text }, number) => {
  if (number % promptsOfOneStack === 0) {
    stack = new Stack(app, `Prompts${number / promptsOfOneStack}`, { env: { region: 'us-east-1' } });
  }
  const prompt = new bedrock.CfnPrompt(stack, name, {
    name,
    defaultVariant: 'default',
    variants: [{
      name: 'default',
      modelId: model,
      templateType: 'TEXT',
      templateConfiguration: {
        text: { text, inputVariables: [{ name: 'customer_message' }, { name: 'order_id' }] },
      },
    }],
  });
  const version = new bedrock.CfnPromptVersion(stack, `${name}-version`, { promptArn: prompt.attrArn });
  new ssm.CfnParameter(stack, `${name}-live`, {
    type: 'String',
    name: `/prompts/${name}/live`,
    value: version.attrArn,
  });
});
app.synth();
