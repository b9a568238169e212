using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Local;
using Xunit;

namespace Infra.Tests.Local.Faults;

public sealed class HindranceTests
{
    [Fact]
    public async Task Two_changes_a_second_pass_and_the_third_waits_for_the_clock()
    {
        var clock = new Clock();
        await using var bedrock = await LocalBedrock.StartAsync(new() { Throttle = true, Clock = clock });

        await CreateAsync(bedrock, "one");
        await CreateAsync(bedrock, "two");
        (await CreateAsync(bedrock, "three")).Is(429, "ThrottlingException");
        (await bedrock.GetAsync("/prompts/")).Status.Should().Be(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromMilliseconds(500));

        (await CreateAsync(bedrock, "three")).Status.Should().Be(HttpStatusCode.Created);
        (await CreateAsync(bedrock, "four")).Is(429, "ThrottlingException");
    }

    [Fact]
    public async Task Faults_hit_the_share_of_requests_that_was_asked_for_and_change_nothing()
    {
        var statuses = await StatusesAsync(seed: 7);

        statuses.Count(status => status is not HttpStatusCode.OK).Should().BeInRange(30, 90);
        statuses.Distinct().Should().BeEquivalentTo(
            [HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError,
                HttpStatusCode.ServiceUnavailable]);
    }

    [Fact]
    public async Task Equal_seeds_hit_equal_requests()
    {
        var first = await StatusesAsync(seed: 7);

        (await StatusesAsync(seed: 7)).Should().Equal(first);
        (await StatusesAsync(seed: 8)).Should().NotEqual(first);
    }

    private static Task<Reply> CreateAsync(LocalBedrock bedrock, string name) =>
        bedrock.PostAsync("/prompts/", new JsonObject { ["name"] = name });

    private static async Task<List<HttpStatusCode>> StatusesAsync(int seed)
    {
        var options = new LocalOptions { Faults = new() { Rate = 0.3, Seed = seed, Delay = TimeSpan.Zero } };
        await using var bedrock = await LocalBedrock.StartAsync(options);
        var statuses = new List<HttpStatusCode>();
        for (var request = 0; request < 200; request++)
        {
            statuses.Add((await bedrock.GetAsync("/prompts/")).Status);
        }

        return statuses;
    }

    /// <summary>A clock that stands until it is moved.</summary>
    private sealed class Clock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => Interlocked.Add(ref now, by.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref now);
    }
}
