using System.Collections.Concurrent;
using System.Collections.Immutable;
using BedrockPrompts;
using Infra.Planning;
using Infra.Values;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Component;

/// <summary>One run of the Pulumi program; the cloud answers every question with <c>arn of greeting</c>.</summary>
/// <remarks>Its configuration stands in the environment of the process: tests that run it are one collection.</remarks>
internal sealed class StackRun : IMocks
{
    /// <summary>What the cloud says about the place.</summary>
    public static readonly IReadOnlyDictionary<PseudoParameter, string> Place = new Dictionary<PseudoParameter, string>
    {
        [PseudoParameter.Partition] = "aws",
        [PseudoParameter.Region] = "eu-west-1",
        [PseudoParameter.Account] = "123456789012",
    };

    private static readonly AsyncLocal<StackRun?> Current = new();

    private readonly bool _isPreview;
    private readonly IReadOnlyDictionary<string, Value> _contents;

    public StackRun(bool isPreview, IReadOnlyDictionary<string, Value> contents) =>
        (_isPreview, _contents) = (isPreview, contents);

    /// <summary>Where the program's plan comes from.</summary>
    /// <value>The files on disk.</value>
    public Func<Plan> Plan { get; init; } = () => CatalogPlan.Read(PromptCatalog.DefaultName, new());

    /// <summary>The resources that a preview finds deployed: those alone have ids.</summary>
    public IReadOnlySet<string> Deployed { get; init; } = new HashSet<string>();

    /// <summary>The questions about the place, each time they were asked.</summary>
    public ConcurrentBag<string> Calls { get; } = [];

    /// <summary>The options of everything that was registered, by type and name.</summary>
    public Dictionary<(string Type, string Name), ResourceOptions> Options { get; } = [];

    /// <summary>The inputs that were known, by type and name.</summary>
    public Dictionary<(string Type, string Name), Value.Map> Inputs { get; } = [];

    /// <summary>The stack outputs; null for what is unknown.</summary>
    public Value.Map Outputs { get; private set; } = Shorthand.Map();

    /// <summary>Runs a stack as <c>pulumi up</c> would; in a preview the cloud answers nothing.</summary>
    /// <param name="folder">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="contents">What AWS holds in each version.</param>
    /// <param name="isPreview">Whether it is a preview.</param>
    public static async Task<StackRun> Run(
        string folder, string stack, IReadOnlyDictionary<string, Value> contents, bool isPreview = false)
    {
        var run = new StackRun(isPreview, contents);
        await run.Run(folder, stack);
        return run;
    }

    /// <summary>The options of a stack whose resources are to be recorded: mocks do not see theirs.</summary>
    public static StackOptions Observing => new() { ResourceTransformations = { Record } };

    /// <summary>What the cloud answers about a resource.</summary>
    public static string Answer(string output, string resource) => $"{output} of {resource}";

    /// <summary>Runs it; what was seen before it failed stays to be looked at.</summary>
    public async Task Run(string folder, string stack)
    {
        var program = await Run<Observed>(folder, stack);
        Outputs = Shorthand.Map(
            ("aliases", await Output(program.Aliases)), ("policies", await Output(program.Policies)));
    }

    /// <summary>The same for a program of one's own, which is handed <see cref="Observing"/>.</summary>
    public async Task<TStack> Run<TStack>(string folder, string stack)
        where TStack : Pulumi.Stack, new()
    {
        Current.Value = this;
        var file = Path.Combine(folder, $"Pulumi.{stack}.yaml");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", StackConfig.Of(file));
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", StackConfig.SecretKeys(file));
        var resources = await Deployment.TestAsync<TStack>(this, new()
        {
            ProjectName = "bedrock-prompts",
            StackName = stack,
            RootDirectory = folder,
            IsPreview = _isPreview,
        });
        return resources.OfType<TStack>().Single();
    }

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var inputs = await Plain.OfMap(args.Inputs);
        lock (Inputs)
        {
            Inputs.Add((args.Type!, args.Name!), inputs);
        }

        var state = _isPreview
            ? args.Inputs
            : args.Inputs.SetItems(
                from output in (string[])
                    ["arn", "awsId", "name", "version", "inferenceProfileArn", "inferenceProfileId"]
                select KeyValuePair.Create(output, (object)Answer(output, args.Name!)));
        if (_contents.TryGetValue(args.Name!, out var content))
        {
            state = state.SetItem("variants", Plain.Answer(content)!);
        }

        return (_isPreview && !Deployed.Contains(args.Name!) ? null : Answer("id", args.Name!), state);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Add(args.Token!);
        return Task.FromResult<object>(args.Token switch
        {
            "aws-native:index:getPartition" => Answers("partition", PseudoParameter.Partition),
            "aws-native:index:getRegion" => Answers("region", PseudoParameter.Region),
            "aws-native:index:getAccountId" => Answers("accountId", PseudoParameter.Account),
            _ => throw new InvalidOperationException(args.Token),
        });
    }

    private static ImmutableDictionary<string, object> Answers(string key, PseudoParameter parameter) =>
        ImmutableDictionary<string, object>.Empty.Add(key, Place[parameter]);

    private static async Task<Value> Output(Output<ImmutableDictionary<string, object?>> output) =>
        await Plain.OfMap(await Pulumi.Utilities.OutputUtilities.GetValueAsync(output));

    private static ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        if (args.Resource is not Pulumi.Stack)
        {
            var resource = (args.Resource.GetResourceType(), args.Resource.GetResourceName());
            Current.Value!.Options.Add(resource, args.Options);
        }

        return null;
    }

    private sealed class Observed() : PromptStack(Current.Value!.Plan, Observing);
}
