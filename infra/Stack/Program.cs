using BedrockPrompts;

return await Pulumi.Deployment.RunAsync<PromptStack>();
