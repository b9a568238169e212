using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a program with mocks only, since there is no engine without the SDK.</summary>
public sealed class Deployment
{
    internal const string Reason = "This program was built without the Pulumi SDK, which the package feed lacked, and "
        + "cannot deploy. Build it again with a feed that has it: delete infra/StandIns/obj, then `pulumi up`.";

    private static readonly AsyncLocal<Deployment?> Running = new();

    private readonly IMocks _mocks;
    private readonly List<Task> _tasks = [];
    private readonly List<Resource> _resources = [];

    private Deployment(IMocks mocks, TestOptions options) => (_mocks, Options) = (mocks, options);

    public static DeploymentInstance Instance =>
        new(Current ?? throw new InvalidOperationException("No deployment is running."));

    internal static Deployment? Current => Running.Value;

    internal TestOptions Options { get; }

    internal Stack? Root { get; set; }

    public static async Task<int> RunAsync<TStack>() where TStack : Stack, new()
    {
        await Console.Error.WriteLineAsync(Reason).ConfigureAwait(false);
        return 2;
    }

    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
    {
        var deployment = new Deployment(mocks, options ?? new TestOptions());
        Running.Value = deployment;
        Activator.CreateInstance(typeof(TStack), BindingFlags.DoNotWrapExceptions, null, null, null);
        await deployment.FinishAsync().ConfigureAwait(false);
        return [.. deployment._resources];
    }

    internal void Track(Task task)
    {
        lock (_tasks)
        {
            _tasks.Add(task);
        }
    }

    internal async Task RegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options, IReadOnlyList<OutputSource> outputs)
    {
        lock (_resources)
        {
            _resources.Add(resource);
        }

        try
        {
            await DependenciesAsync(resource, options).ConfigureAwait(false);
            var answer = await CreateAsync(resource, args).ConfigureAwait(false);
            foreach (var output in outputs)
            {
                var value = answer.GetValueOrDefault(output.Name);
                output.Fill(value, value is not null || !Instance.IsDryRun);
            }
        }
        catch (Exception exception)
        {
            foreach (var output in outputs)
            {
                output.Fail(exception);
            }

            throw;
        }
    }

    internal async Task<T> CallAsync<T>(string token)
    {
        var none = ImmutableDictionary<string, object>.Empty;
        var answer = await _mocks.CallAsync(new() { Token = token, Args = none }).ConfigureAwait(false);
        return JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(answer))!;
    }

    private static string Urn(Resource resource)
    {
        var types = resource.Ancestry.Reverse().Select(ancestor => ancestor.GetResourceType());
        var place = $"{Instance.StackName}::{Instance.ProjectName}";
        return $"urn:pulumi:{place}::{string.Join('$', types)}::{resource.GetResourceName()}";
    }

    private static async Task DependenciesAsync(Resource resource, ResourceOptions options)
    {
        Output<ImmutableArray<Resource>> wanted = options.DependsOn;
        foreach (var dependency in (await wanted.Data.ConfigureAwait(false)).Value)
        {
            if (resource.Ancestry.Contains(dependency))
            {
                throw new RunException($"{resource.GetResourceName()} depends on its own parent: the SDK would hang.");
            }

            await dependency.Urn.Data.ConfigureAwait(false);
        }
    }

    private async Task<Dictionary<string, object?>> CreateAsync(Resource resource, ResourceArgs args)
    {
        var answer = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (resource is not Stack)
        {
            var (id, state) = await _mocks.NewResourceAsync(new()
            {
                Type = resource.GetResourceType(),
                Name = resource.GetResourceName(),
                Inputs = await Wire.KnownAsync(args.Entries).ConfigureAwait(false),
            }).ConfigureAwait(false);
            foreach (var (key, value) in (IEnumerable<KeyValuePair<string, object>>)state)
            {
                answer[key] = value;
            }

            answer["id"] = id;
        }

        answer["urn"] = Urn(resource);
        return answer;
    }

    private async Task FinishAsync()
    {
        // An Apply that runs late may add tasks: repeat until there are no new ones.
        for (var seen = 0; seen < _tasks.Count;)
        {
            Task[] found;
            lock (_tasks)
            {
                found = [.. _tasks.Skip(seen)];
            }

            // The first failure ends the run: what waits for it may wait for ever.
            await foreach (var task in Task.WhenEach(found).ConfigureAwait(false))
            {
                await task.ConfigureAwait(false);
            }

            seen += found.Length;
        }
    }
}
