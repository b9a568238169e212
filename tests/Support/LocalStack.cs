using Infra.Local;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;

namespace Infra.Tests.Support;

/// <summary>A stack on a local Bedrock of its own: what is deployed, what that took, what applications read.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly LocalServer _server;
    private readonly DeployerCalls _calls = new();
    private readonly HttpClient _http;
    private readonly string _folder = Directory.CreateTempSubdirectory("prompts-").FullName;

    private LocalStack(LocalServer server)
    {
        _server = server;
        _http = new HttpClient(_calls) { BaseAddress = server.Url };
    }

    public Uri Url => _server.Url;

    public static async Task<LocalStack> Start(LocalOptions? options = null) =>
        new(await LocalServer.StartAsync(options ?? new LocalOptions()));

    /// <summary>Deploys a plan; names the mutating calls, as in <c>CreateResource AWS::Bedrock::Prompt</c>.</summary>
    public async Task<IReadOnlyList<string>> Deploy(Plan plan, string region = "us-east-1")
    {
        _calls.Start(kill: null);
        using var state = StateFile.Open(Path.Combine(_folder, "state.jsonl"));
        await new Deployer(Cloud(region), state, region, _ => { }).Deploy(plan, CancellationToken.None);
        return _calls.Made;
    }

    /// <summary>Deploys a plan with a process that dies; says whether it did.</summary>
    public async Task<bool> Deploy(Plan plan, Kill kill)
    {
        _calls.Start(kill);
        using var state = StateFile.Open(Path.Combine(_folder, "state.jsonl"));
        try
        {
            await new Deployer(Cloud(), state, "us-east-1", _ => { }).Deploy(plan, CancellationToken.None);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    public async Task Destroy()
    {
        using var state = StateFile.Open(Path.Combine(_folder, "state.jsonl"));
        await new Deployer(Cloud(), state, "us-east-1", _ => { }).Destroy(force: false, CancellationToken.None);
    }

    /// <summary>What an application reads through an alias: the parameter, then the prompt it leads to.</summary>
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
    public async Task<int> Count(string type, string region = "us-east-1") =>
        (await Cloud(region).List(type, Shorthand.Map(), CancellationToken.None)).Count;

    public Task<IReadOnlyList<string>> List(string type, Value.Map? model = null) =>
        Cloud().List(type, model ?? Shorthand.Map(), CancellationToken.None);

    public async Task<Value.Map> Read(string type, string identifier) =>
        (await Cloud().Read(type, identifier, CancellationToken.None))!;

    /// <summary>Changes one property behind the deployer's back.</summary>
    public Task Update(string type, string identifier, string property, Value value) => Cloud().Update(
        new() { Name = identifier, Type = type, Identifier = identifier, Properties = Shorthand.Map() },
        Shorthand.Map((property, value)),
        CancellationToken.None);

    /// <summary>Deletes a resource behind the deployer's back.</summary>
    public Task Delete(string type, string identifier) => Cloud().Delete(
        new() { Name = identifier, Type = type, Identifier = identifier, Properties = Shorthand.Map() },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _calls.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private CloudControlClient Cloud(string region = "us-east-1") => new(_http, region);
}
