using Infra.Cli;
using Infra.Tests.Support;

namespace Infra.Tests.Cli.Local;

/// <summary>A project with one prompt and one flow, and <c>prompts serve</c> running for it.</summary>
internal sealed class ServedProject : IAsyncDisposable
{
    private const string Greeting = """
        model: amazon.nova-lite-v1:0
        inference: { maxTokens: 100 }
        text: Greet {{customer}} in {{language}}.
        variables:
          customer: { description: Who, example: Ada }
          language: { description: In which language, example: English }
        tests:
          - { name: usual, expect: [{ contains: Ada }], sample: Hello Ada. }
          - name: another
            given: { customer: María, language: Spanish }
            expect: [{ contains: María }]
            sample: Hola María.

        """;

    private const string Order = """
        kind: flow
        nodes:
          Number: { type: Input, output: String }
          Find:
            type: LambdaFunction
            lambdaArn: arn:aws:lambda:us-east-1:123456789012:function:orders:1
            output: String
            inputs: { number: Number.document }
          Greet:
            type: Prompt
            prompt: greeting
            inputs: { customer: Find.functionResponse, language: { from: Number.document } }
          Answer: { type: Output, inputs: { document: Greet.modelCompletion } }
        tests:
          - name: found
            given: { document: "7" }
            expect: [{ contains: Ada }]
            stubs: { Find: Ada, Greet: Good morning Ada. }

        """;

    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<ConsoleRun>? serving;

    public ServedProject() => Files
        .Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
        .Write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n")
        .Write("prompts/greeting.yaml", Greeting)
        .Write("prompts/order.yaml", Order);

    public TemporaryFolder Files { get; } = new();

    /// <summary>The address that clients call.</summary>
    public Uri Url { get; private set; } = new("http://localhost");

    /// <summary>Serves until stopped.</summary>
    public async Task<ServedProject> Serve(params string[] args)
    {
        serving = Serving(args);
        if (await Task.WhenAny(ready.Task, serving) == serving)
        {
            throw new InvalidOperationException((await serving).Error);
        }

        Url = new(await ready.Task);
        return this;
    }

    /// <summary>Stops the server as Ctrl-C does.</summary>
    public async Task<ConsoleRun> Stop()
    {
        await stop.CancelAsync();
        return await serving!;
    }

    public Task<ConsoleRun> Run(params string[] args) => PromptsConsole.Run(Files.Path, args);

    public async ValueTask DisposeAsync()
    {
        if (serving is not null)
        {
            await Stop();
        }

        stop.Dispose();
        Files.Dispose();
    }

    private async Task<ConsoleRun> Serving(string[] args)
    {
        using var output = new FirstLine(ready);
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.Run(["serve", .. args], new Host(output, error, Files.Path), stop.Token);
        return new(exit, "", error.ToString());
    }

    private sealed class FirstLine(TaskCompletionSource<string> ready) : StringWriter
    {
        public override void WriteLine(string? value) => ready.TrySetResult(value!);
    }
}
