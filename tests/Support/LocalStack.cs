using System.Text.Json;
using Infra.Local;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;

namespace Infra.Tests.Support;

/// <summary>A stack on a local Bedrock of its own: what is deployed to it, what that took, what applications read.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly LocalServer _server;
    private readonly Calls _calls = new();
    private readonly HttpClient _http;
    private readonly string _folder = Directory.CreateTempSubdirectory("prompts-").FullName;

    private LocalStack(LocalServer server)
    {
        _server = server;
        _http = new HttpClient(_calls) { BaseAddress = server.Url };
    }

    /// <summary>After how many mutating calls the deployer's process dies; null for never.</summary>
    public int? KillAfter
    {
        set => _calls.Left = value;
    }

    public Uri Url => _server.Url;

    public static async Task<LocalStack> Start() => new(await LocalServer.StartAsync(new LocalOptions()));

    /// <summary>Deploys a plan and names the mutating calls, in order: <c>CreateResource AWS::Bedrock::Prompt</c>.</summary>
    public async Task<IReadOnlyList<string>> Deploy(Plan plan)
    {
        _calls.Made.Clear();
        using var state = StateFile.Open(Path.Combine(_folder, "state.jsonl"));
        await new Deployer(Cloud(), state, "us-east-1", _ => { }).Deploy(plan, CancellationToken.None);
        return [.. _calls.Made];
    }

    public async Task Destroy()
    {
        using var state = StateFile.Open(Path.Combine(_folder, "state.jsonl"));
        await new Deployer(Cloud(), state, "us-east-1", _ => { }).Destroy(CancellationToken.None);
    }

    /// <summary>What an application reads through an alias: the parameter, then the prompt that its ARN leads to.</summary>
    public async Task<Value?> ReadThroughAlias(string parameter)
    {
        if (await Cloud().Read("AWS::SSM::Parameter", parameter, CancellationToken.None) is not { } found)
        {
            return null;
        }

        var arn = ((Value.Text)found["Value"]!).Content;
        var type = arn.Split(':').Length > 6 ? "AWS::Bedrock::PromptVersion" : "AWS::Bedrock::Prompt";
        return (await Cloud().Read(type, arn, CancellationToken.None))?["Variants"];
    }

    /// <summary>How many resources of a type there are.</summary>
    public async Task<int> Count(string type, Value.Map? model = null) =>
        (await Cloud().List(type, model ?? Shorthand.Map(), CancellationToken.None)).Count;

    public async Task<IReadOnlyList<string>> List(string type) => await Cloud().List(type, Shorthand.Map(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _calls.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private CloudControlClient Cloud() => new(_http, "us-east-1");

    private sealed class Calls : DelegatingHandler
    {
        private static readonly string[] Mutating = ["CreateResource", "UpdateResource", "DeleteResource"];

        public Calls()
            : base(new HttpClientHandler())
        {
        }

        public List<string> Made { get; } = [];

        public int? Left { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            if (!Mutating.Contains(operation))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            var answer = await base.SendAsync(request, cancellationToken);
            lock (Made)
            {
                Made.Add($"{operation} {body.RootElement.GetProperty("TypeName").GetString()}");
                Left = Left is { } left ? left - 1 : null;
                return Left < 0 ? throw new OperationCanceledException("The process was killed right after the server did what it was asked.") : answer;
            }
        }
    }
}
