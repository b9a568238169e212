using BedrockPrompts;
using Pulumi;

const string ByHand = "The Pulumi CLI runs this: use `pulumi preview` or `pulumi up`.";

if (Environment.GetEnvironmentVariable("PULUMI_MONITOR") is null)
{
    await Console.Error.WriteLineAsync(ByHand).ConfigureAwait(false);
    return 2;
}

return await Deployment.RunAsync<StackProgram>().ConfigureAwait(false);
