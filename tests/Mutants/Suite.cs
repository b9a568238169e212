using System.Diagnostics;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Infra.Mutants;

/// <summary>The tests, run one by one in this process.</summary>
internal sealed class Suite
{
    private readonly ITestFrameworkExecutor _executor;

    /// <summary>Finds the tests of the classes whose full names match.</summary>
    public Suite(string folder, Regex classes)
    {
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, "Infra.Tests.dll"));
        var framework = new XunitTestFramework(new Xunit.Sdk.NullMessageSink());
        _executor = framework.GetExecutor(assembly.GetName());
        var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        var found = new Found();
        foreach (var type in assembly.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: false }))
        {
            if (classes.IsMatch(type.FullName!))
            {
                found.Done.Reset();
                discoverer.Find(type.FullName, includeSourceInformation: false, found, new Options());
                found.Done.WaitOne();
            }
        }

        Tests = [.. found.Tests.Where(test => test.SkipReason is null).DistinctBy(test => test.UniqueID)];
    }

    /// <summary>The tests that are not skipped.</summary>
    public IReadOnlyList<ITestCase> Tests { get; }

    /// <summary>Whether a test passes, and how long it takes.</summary>
    public (bool Passes, TimeSpan Time) Run(ITestCase test)
    {
        using var ended = new Ended();
        var started = Stopwatch.GetTimestamp();
        _executor.RunTests([test], ended, new Options());
        ended.Done.WaitOne();
        return (!ended.HasFailed, Stopwatch.GetElapsedTime(started));
    }

    private sealed class Found : LongLivedMarshalByRefObject, IMessageSink
    {
        public List<ITestCase> Tests { get; } = [];

        public ManualResetEvent Done { get; } = new(initialState: false);

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage one)
            {
                Tests.Add(one.TestCase);
            }

            return message is not IDiscoveryCompleteMessage || Done.Set();
        }
    }

    private sealed class Ended : LongLivedMarshalByRefObject, IMessageSink, IDisposable
    {
        public bool HasFailed { get; private set; }

        public ManualResetEvent Done { get; } = new(initialState: false);

        public bool OnMessage(IMessageSinkMessage message)
        {
            HasFailed |= message is ITestFailed or IErrorMessage or ITestCleanupFailure or ITestClassCleanupFailure;
            return message is not ITestAssemblyFinished || Done.Set();
        }

        public void Dispose() => Done.Dispose();
    }

    /// <summary>One test at a time, and its messages at once.</summary>
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal)
        {
            ["xunit.discovery.SynchronousMessageReporting"] = true,
            ["xunit.discovery.PreEnumerateTheories"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.MaxParallelThreads"] = 1,
        };

        public TValue? GetValue<TValue>(string name) =>
            _values.GetValueOrDefault(name) is TValue value ? value : default;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
