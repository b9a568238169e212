using Infra.Local;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;

namespace Infra.Tests.Support;

/// <summary>A stack on a local Bedrock of its own: what is deployed, what that took, what applications read.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly DeployerCalls _calls = new();
    private readonly TemporaryFolder _folder = new();
    private readonly LocalOptions _options;
    private LocalServer _server = null!;
    private HttpClient _http = null!;

    private LocalStack(LocalOptions options, bool isKept) =>
        _options = isKept ? options with { File = _folder.File("bedrock.jsonl") } : options;

    public Uri Url => _server.Url;

    /// <summary>The files of the server, if they are kept, and of the deployer.</summary>
    public (string Data, string State) Files => (_folder.File("bedrock.jsonl"), _folder.File("state.jsonl"));

    public static Task<LocalStack> Start(LocalOptions? options = null) => Start(options ?? new(), isKept: false);

    /// <summary>A stack whose world is in a file, and so outlives its server.</summary>
    public static Task<LocalStack> StartKept() => Start(new(), isKept: true);

    /// <summary>Ends the server and starts another one.</summary>
    /// <param name="meanwhile">What somebody does to the files.</param>
    public async Task Restart(Action meanwhile)
    {
        _http.Dispose();
        await _server.DisposeAsync();
        meanwhile();
        await Serve();
    }

    /// <summary>Deploys a plan; names the mutating calls, as in <c>CreateResource AWS::Bedrock::Prompt</c>.</summary>
    public async Task<IReadOnlyList<string>> Deploy(Plan plan, string region = "us-east-1")
    {
        await Run(kill: null, deployer => deployer.Deploy(plan, CancellationToken.None), region);
        return _calls.Made;
    }

    /// <summary>Deploys a plan with a process that dies; says whether it did.</summary>
    public Task<bool> Deploy(Plan plan, Kill? kill) =>
        Dies(kill, deployer => deployer.Deploy(plan, CancellationToken.None));

    public Task Destroy(Plan? plan = null) => Destroy(plan, kill: null);

    /// <summary>Takes the stack down with a process that dies; says whether it did.</summary>
    public Task<bool> Destroy(Plan? plan, Kill? kill) =>
        Dies(kill, deployer => deployer.Destroy(plan, force: false, CancellationToken.None));

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
        _folder.Dispose();
    }

    private static async Task<LocalStack> Start(LocalOptions options, bool isKept)
    {
        var stack = new LocalStack(options, isKept);
        await stack.Serve();
        return stack;
    }

    private async Task Serve()
    {
        _server = await LocalServer.StartAsync(_options);
        _http = new HttpClient(_calls, disposeHandler: false) { BaseAddress = _server.Url };
    }

    private async Task<bool> Dies(Kill? kill, Func<Deployer, Task> work)
    {
        try
        {
            await Run(kill, work);
            return false;
        }
        catch (OperationCanceledException) when (kill is not null)
        {
            return true;
        }
    }

    private async Task Run(Kill? kill, Func<Deployer, Task> work, string region = "us-east-1")
    {
        _calls.Start(kill);
        var world = _options.File is { } file ? LocalServer.NameOf(file) : "";
        using var state = StateFile.Open(Files.State, world);
        await work(new Deployer(Cloud(region), state, region, _ => { }));
    }

    private CloudControlClient Cloud(string region = "us-east-1") => new(_http, region);
}
