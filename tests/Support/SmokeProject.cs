using System.Collections.Concurrent;
using Infra.Cli;
using Infra.Cli.Aws;
using Infra.Cli.Local;
using Infra.Cli.Running;
using Infra.Local;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Tests.Support;

/// <summary>A project in a folder, on a local Bedrock that answers as its cases say, smoke-tested.</summary>
internal sealed class SmokeProject : IAsyncDisposable
{
    public const string Settings = """
        config:
          aws:region: us-east-1
          bedrock-prompts:default: draft

        """;

    private LocalServer? _server;

    public TemporaryRepository Files { get; } = new TemporaryRepository()
        .Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
        .Write(".gitignore", ".local/\n")
        .Write("Pulumi.dev.yaml", Settings);

    public Uri Url => _server!.Url;

    /// <summary>What <see cref="Judges.Model"/> answers to a question.</summary>
    public Func<string, ModelAnswer?> Judge { get; set; } = Judges.Careful;

    /// <summary>What it was asked.</summary>
    public ConcurrentQueue<string> Questions { get; } = [];

    /// <summary>A prompt whose one case passes.</summary>
    public SmokeProject Greeting(string tests = """
        tests:
          - name: greets by name
            expect: [{ contains: Ada }]
            sample: Hello Ada.
        """)
    {
        Files.Write("prompts/greeting.yaml", $$$"""
            description: Greets a customer
            model: amazon.nova-lite-v1:0
            inference: { maxTokens: 100 }
            text: Greet {{customer_name}} warmly.
            variables:
              customer_name: { description: The customer's name, example: Ada }

            """ + tests);
        return this;
    }

    /// <summary>A flow that finds a customer and has the prompt greet.</summary>
    public SmokeProject Order(string tests)
    {
        Files.Write("prompts/order.yaml", """
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
                inputs: { customer_name: Find.functionResponse }
              Answer: { type: Output, inputs: { document: Greet.modelCompletion } }

            """ + tests);
        return this;
    }

    /// <summary>That many cases, each of which passes.</summary>
    public static string Cases(int count) => "tests:\n" + string.Join('\n', Enumerable.Range(1, count).Select(number =>
        $"  - {{ name: case {number}, given: {{ customer_name: Ada {number} }}, "
            + $"expect: [{{ contains: Ada {number} }}], sample: Hello Ada {number}. }}"));

    /// <summary>Starts the server and deploys stack dev.</summary>
    public async Task<SmokeProject> Deploy(FaultOptions? faults = null, params string[] stacks)
    {
        var project = Project.Read(new WorkingTree(Files.Path)).Value!;
        var answers = RecordedAnswers.Of(project);
        _server = await LocalServer.StartAsync(new()
        {
            Answers = call => call.Model == Judges.Model ? Asked(call.Text) : answers.Answer(call),
            Stubs = answers.Stub,
            Faults = faults ?? new(),
        });
        foreach (var stack in stacks.DefaultIfEmpty("dev"))
        {
            await Deploy(Planner.Plan(project, project.Stacks[stack]).Value!);
        }

        return this;
    }

    /// <summary>Smoke-tests stack dev.</summary>
    public async Task<ConsoleRun> Smoke(
        Func<SmokeOptions, SmokeOptions>? change = null,
        Func<Host, Host>? world = null,
        CancellationToken cancel = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new Host(output, error, Files.Path) { Clock = new ImpatientClock(), AsOf = new(2026, 11, 27) };
        var options = new SmokeOptions
        {
            Stack = "dev",
            Folder = Files.Path,
            Aliases = new AliasSource.Parameters(),
            Connection = AwsConnection.ToLocal(_server?.Url ?? new("http://127.0.0.1:9"), "us-east-1"),
        };
        try
        {
            var run = new SmokeRun(world?.Invoke(host) ?? host, change?.Invoke(options) ?? options);
            return new(await run.Run(cancel), output.ToString(), error.ToString());
        }
        catch (Failure failure)
        {
            return new(ExitCode.Failure, output.ToString(), failure.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Files.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private ModelAnswer? Asked(string question)
    {
        Questions.Enqueue(question);
        return Judge(question);
    }

    private async Task Deploy(Plan plan)
    {
        using var http = new HttpClient { BaseAddress = Url };
        using var state = StateFile.Open(Path.Combine(Files.Path, ".local", $"{plan.Stack}.state.jsonl"));
        for (var left = 50; ; left--)
        {
            try
            {
                await new Deployer(new(http, "us-east-1"), state, "us-east-1", _ => { }).Deploy(plan, default);
                return;
            }
            catch (DeployException) when (left > 0)
            {
                // An injected fault: what is done stays, so the next attempt has less to do.
            }
        }
    }
}
