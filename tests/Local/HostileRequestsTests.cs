using System.Globalization;
using System.Net;
using FluentAssertions;
using Infra.Local;
using Xunit;

namespace Infra.Tests.Local;

public sealed class HostileRequestsTests
{
    /// <summary>How many requests; PROMPTS_HOSTILE_REQUESTS=25000 makes the long run, of two seeds.</summary>
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("PROMPTS_HOSTILE_REQUESTS") ?? "600", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_request_ends_in_a_failure_of_the_server_or_without_an_answer(int seed)
    {
        var options = new LocalOptions();
        await using var bedrock = await LocalBedrock.StartAsync(options);
        bedrock.Http.Timeout = TimeSpan.FromSeconds(30);
        var requests = new HostileRequests(Services.Of(options, new(new())), seed);
        List<string> failed = [];

        foreach (var _ in Enumerable.Range(0, Count))
        {
            var (request, about) = requests.Next();
            using (request)
            using (var answer = await bedrock.Http.SendAsync(request))
            {
                var text = await answer.Content.ReadAsStringAsync();
                requests.Learn(text);
                if (answer.StatusCode is HttpStatusCode.InternalServerError)
                {
                    failed.Add($"{about[..Math.Min(about.Length, 600)]} -> {text}");
                }
            }
        }

        failed.Should().BeEmpty();
    }
}
