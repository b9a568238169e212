using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Local;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Xunit;

namespace Infra.Tests.Local.Protocol.Wire;

/// <summary>Lists in pages: nothing is lost or told twice, and a page costs what it tells.</summary>
[Collection(nameof(PageTests))]
[CollectionDefinition(nameof(PageTests), DisableParallelization = true)]
public sealed class PageTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    public async Task Whoever_deletes_while_listing_deletes_everything(int size)
    {
        await using var bedrock = await LocalBedrock.StartAsync();
        foreach (var number in Enumerable.Range(0, 25))
        {
            await bedrock.PostAsync("/prompts/", new JsonObject { ["name"] = $"p{number}" });
        }

        for (string? token = null, next = ""; next is not null; token = next)
        {
            var after = token is null or "" ? "" : $"&nextToken={token}";
            var page = (await bedrock.GetAsync($"/prompts/?maxResults={size}{after}")).Body;
            foreach (var prompt in page["promptSummaries"]!.AsArray())
            {
                await bedrock.DeleteAsync($"/prompts/{prompt!["id"]}/");
            }

            next = page["nextToken"]?.GetValue<string>();
        }

        (await bedrock.GetAsync("/prompts/")).Body["promptSummaries"]!.AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("MDAwMDAwMDAwMDEw")]
    [InlineData("%00")]
    public async Task A_token_that_was_never_given_is_refused(string token)
    {
        await using var bedrock = await LocalBedrock.StartAsync();

        (await bedrock.GetAsync($"/prompts/?nextToken={token}")).Is(400, "ValidationException");
    }

    [Fact]
    public void A_page_of_a_hundred_times_as_many_costs_the_same()
    {
        (string Service, string Operation, JsonObject Input)[] lists =
        [
            ("bedrock-agent", "ListPrompts", []),
            ("ssm", "GetParametersByPath", new() { ["Path"] = "/a", ["Recursive"] = true }),
            ("ssm", "GetParametersByPath", new() { ["Path"] = "/" }),
            ("ssm", "DescribeParameters", []),
            ("cloudcontrol", "ListResources", new() { ["TypeName"] = "AWS::Bedrock::Prompt" }),
            ("cloudcontrol", "ListResources", new() { ["TypeName"] = "AWS::SSM::Parameter" }),
        ];
        var services = Services.Of(new LocalOptions(), new(new()));
        var (few, many) = (Filled(200), Filled(20_000));
        foreach (var (name, operation, input) in lists)
        {
            var service = services.Single(service => service.Model.Name == name);
            Allocated(service, operation, input, few);

            var (some, more) = (
                Allocated(service, operation, input, few), Allocated(service, operation, input, many));

            more.Should().BeLessThan((some * 3 / 2) + 4_000, operation);
        }
    }

    private static long Allocated(Service service, string operation, JsonObject input, World world)
    {
        var request = new Request("us-east-1", input.DeepClone().AsObject(), DateTimeOffset.UnixEpoch);
        var before = GC.GetAllocatedBytesForCurrentThread();
        service.Run(world, operation, request).Reply.Should().BeOfType<Infra.Local.Protocol.Wire.Reply.Done>();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static World Filled(int count) => Enumerable.Range(0, count).Aggregate(World.Empty, (world, number) => world
        .Put(new PromptRow
        {
            Region = "us-east-1",
            Id = $"P{number:D9}",
            Draft = new JsonObject { ["name"] = $"p{number}" }.Frozen(),
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch.AddSeconds(number),
            Versions = ImmutableSortedDictionary<int, VersionRow>.Empty,
        })
        .Put(new ParameterRow
        {
            Region = "us-east-1",
            Id = $"/a/{number:D9}/live",
            Type = "String",
            Tier = "Standard",
            DataType = "text",
            Values = Values,
        }) with
    { Unsaved = [] });

    private static ImmutableSortedDictionary<long, ParameterValue> Values { get; } =
        ImmutableSortedDictionary<long, ParameterValue>.Empty
            .Add(1, new("value", DateTimeOffset.UnixEpoch));
}
