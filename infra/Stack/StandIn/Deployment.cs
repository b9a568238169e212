using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a program: against mocks only, for there is no engine to talk to without the SDK.</summary>
public sealed class Deployment
{
    private static readonly AsyncLocal<Deployment?> Running = new();

    private readonly IMocks mocks;
    private readonly List<Task> tasks = [];
    private readonly List<Resource> resources = [];
    private readonly List<string> errors = [];

    private Deployment(IMocks mocks, TestOptions options) => (this.mocks, Options) = (mocks, options);

    public static DeploymentInstance Instance =>
        new(Current ?? throw new InvalidOperationException("No deployment is running."));

    internal static Deployment? Current => Running.Value;

    internal TestOptions Options { get; }

    internal Stack? Root { get; set; }

    public static async Task<int> RunAsync<TStack>() where TStack : Stack, new()
    {
        var reason = Environment.GetEnvironmentVariable("PULUMI_MONITOR") is null
            ? "This program is run by the Pulumi CLI: use `pulumi preview` or `pulumi up`."
            : "This program was built without the Pulumi SDK, which the package feed lacked, and cannot deploy. "
                + "Build it again with a feed that has it: delete infra/Stack/obj, then `pulumi up`.";
        await Console.Error.WriteLineAsync(reason).ConfigureAwait(false);
        return 2;
    }

    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
    {
        var deployment = new Deployment(mocks, options ?? new TestOptions());
        Running.Value = deployment;
        try
        {
            _ = new TStack();
            await deployment.FinishAsync().ConfigureAwait(false);
        }
        catch (RunException exception)
        {
            deployment.Error(exception.Message);
        }

        return deployment.errors switch
        {
            [] => [.. deployment.resources],
            [var error] => throw new RunException(error),
            var several => throw new AggregateException(several.Select(error => new RunException(error))),
        };
    }

    internal void Track(Task task)
    {
        lock (tasks)
        {
            tasks.Add(task);
        }
    }

    internal void Error(string message)
    {
        lock (errors)
        {
            errors.Add(message);
        }
    }

    internal async Task RegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options, IReadOnlyList<OutputSource> outputs)
    {
        lock (resources)
        {
            resources.Add(resource);
        }

        try
        {
            await DependenciesAsync(resource, options).ConfigureAwait(false);
            var (id, state) = await CreateAsync(resource, args).ConfigureAwait(false);
            var answer = state.Add("id", id).Add("urn", Urn(resource));
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
        var answer = await mocks.CallAsync(new() { Token = token, Args = ImmutableDictionary<string, object>.Empty })
            .ConfigureAwait(false);
        return JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(answer))!;
    }

    private static string Urn(Resource resource) => $"urn:pulumi:{Instance.StackName}::{Instance.ProjectName}::"
        + string.Join('$', resource.Ancestry.Reverse().Select(ancestor => ancestor.GetResourceType())) + "::" + resource.GetResourceName();

    private static async Task DependenciesAsync(Resource resource, ResourceOptions options)
    {
        var wanted = await ((Output<ImmutableArray<Resource>>)options.DependsOn).Data.ConfigureAwait(false);
        foreach (var dependency in wanted.Value)
        {
            if (resource.Ancestry.Contains(dependency))
            {
                throw new RunException($"{resource.GetResourceName()} depends on its own parent: the SDK would wait for ever.");
            }

            await dependency.Urn.Data.ConfigureAwait(false);
        }
    }

    private async Task<(string? Id, ImmutableDictionary<string, object?> State)> CreateAsync(Resource resource, ResourceArgs args)
    {
        if (resource is Stack)
        {
            return (null, ImmutableDictionary<string, object?>.Empty);
        }

        var inputs = await Wire.KnownAsync(args.Entries).ConfigureAwait(false);
        var (id, state) = await mocks.NewResourceAsync(
            new() { Type = resource.GetResourceType(), Name = resource.GetResourceName(), Inputs = inputs }).ConfigureAwait(false);
        return (id, ((IEnumerable<KeyValuePair<string, object>>)state).ToImmutableDictionary(entry => entry.Key, entry => (object?)entry.Value));
    }

    private async Task FinishAsync()
    {
        // An Apply that runs late may add tasks: look again until nothing is new.
        for (var seen = 0; seen < tasks.Count;)
        {
            Task[] found;
            lock (tasks)
            {
                found = [.. tasks.Skip(seen)];
            }

            await Task.WhenAll(found).ConfigureAwait(false);
            seen += found.Length;
        }
    }
}
