using FluentAssertions;
using Infra.Local.Deploy;
using Xunit;

namespace Infra.Tests.Local.Deploy;

public sealed class DeploySlotsTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DeploySlots _slots;
    private readonly List<string> _begun = [];

    public DeploySlotsTests() => _slots = new(_stop.Token);

    public void Dispose()
    {
        _slots.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task An_operation_begins_once_all_that_it_needs_are_done()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());

        var run = _slots.Run([first.Task, second.Task], Begin("third"));

        _begun.Should().BeEmpty();
        first.SetResult();
        _begun.Should().BeEmpty();
        second.SetResult();
        await run;
        _begun.Should().Equal("third");
    }

    [Fact]
    public async Task Eight_operations_run_at_a_time_and_the_ninth_when_one_is_done()
    {
        var ends = Enumerable.Range(0, 9).Select(_ => new TaskCompletionSource()).ToArray();

        var runs = ends.Select((end, number) => _slots.Run([], Begin($"{number}", end.Task))).ToArray();

        _begun.Should().HaveCount(8).And.NotContain("8");
        ends[3].SetResult();
        await runs[3];
        ends[8].SetResult();
        await runs[8];
        _begun.Should().HaveCount(9);
        Array.ForEach(ends, end => end.TrySetResult());
        await Task.WhenAll(runs);
    }

    [Fact]
    public async Task After_a_failure_no_operation_begins_and_those_that_run_are_told()
    {
        var end = new TaskCompletionSource();
        CancellationToken told = default;
        var running = _slots.Run([], cancel =>
        {
            told = cancel;
            return end.Task;
        });
        told.IsCancellationRequested.Should().BeFalse();

        var failing = () => _slots.Run([], _ => throw new DeployException("Refused."));

        await failing.Should().ThrowAsync<DeployException>().WithMessage("Refused.");
        told.IsCancellationRequested.Should().BeTrue();
        var next = () => _slots.Run([], Begin("next"));
        await next.Should().ThrowAsync<OperationCanceledException>();
        _begun.Should().BeEmpty();
        end.SetResult();
        await running;
    }

    [Fact]
    public async Task What_needs_a_failed_operation_fails_as_well()
    {
        var failed = Task.FromException(new DeployException("Refused."));

        var next = () => _slots.Run([failed], Begin("next"));

        await next.Should().ThrowAsync<DeployException>();
        _begun.Should().BeEmpty();
    }

    [Fact]
    public async Task Once_the_command_is_stopped_no_operation_begins()
    {
        await _stop.CancelAsync();

        var next = () => _slots.Run([], Begin("next"));

        await next.Should().ThrowAsync<OperationCanceledException>();
        _begun.Should().BeEmpty();
    }

    private Func<CancellationToken, Task> Begin(string name, Task? end = null) => _ =>
    {
        _begun.Add(name);
        return end ?? Task.CompletedTask;
    };
}
