using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Local;
using Xunit;

namespace Infra.Tests.Local.State;

public sealed class JournalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private LocalOptions Kept => new() { File = Path.Combine(folder, ".local", "world.jsonl") };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_exists_is_there_again_after_a_restart()
    {
        var (id, listed) = ("", "");
        await using (var bedrock = await LocalBedrock.StartAsync(Kept))
        {
            id = (await bedrock.PostAsync("/prompts/", Prompt("greeting")))["id"];
            await bedrock.PostAsync($"/prompts/{id}/versions", JsonNode.Parse("""{"tags": {"a": "b"}}""")!);
            await bedrock.DeleteAsync($"/prompts/{(await bedrock.PostAsync("/prompts/", Prompt("gone")))["id"]}/");
            await bedrock.CreateAsync("AWS::SSM::Parameter", Parameter());
            listed = (await bedrock.GetAsync($"/prompts/?promptIdentifier={id}")).Body.ToJsonString();
        }

        await using var again = await LocalBedrock.StartAsync(Kept);

        (await again.GetAsync($"/prompts/?promptIdentifier={id}")).Body.ToJsonString().Should().Be(listed);
        var arn = Uri.EscapeDataString($"arn:aws:bedrock:us-east-1:123456789012:prompt/{id}:1");
        (await again.GetAsync($"/tags/{arn}")).Body.ToJsonString().Should().Be("""{"tags":{"a":"b"}}""");
        (await again.ReadAsync("AWS::SSM::Parameter", "/a"))["Value"]!.GetValue<string>().Should().Be("x");
        (await again.PostAsync("/prompts/", Prompt("gone"))).Is(201, null!);
        (await again.PostAsync("/prompts/", Prompt("greeting"))).Is(409, "ConflictException");
    }

    [Fact]
    public async Task Of_the_requests_that_were_made_the_last_hundred_are_kept()
    {
        await using (var bedrock = await LocalBedrock.StartAsync(Kept))
        {
            for (var request = 0; request < 60; request++)
            {
                await bedrock.CreateAsync("AWS::SSM::Parameter", Parameter());
                await bedrock.ControlAsync(
                    "DeleteResource", new() { ["TypeName"] = "AWS::SSM::Parameter", ["Identifier"] = "/a" });
            }
        }

        await using var again = await LocalBedrock.StartAsync(Kept);

        var listed = await again.TargetAsync("CloudApiService.ListResourceRequests", new() { ["MaxResults"] = 100 });
        listed.Body["ResourceRequestStatusSummaries"]!.AsArray().Should().HaveCount(100);
        listed.Body.Should().NotContainKey("NextToken");
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_a_line_loses_that_change_only()
    {
        await using (var bedrock = await LocalBedrock.StartAsync(Kept))
        {
            await bedrock.PostAsync("/prompts/", Prompt("first"));
            await bedrock.PostAsync("/prompts/", Prompt("second"));
        }

        var kept = await File.ReadAllBytesAsync(Kept.File!);
        await File.WriteAllBytesAsync(Kept.File!, kept[..^20]);
        await using var again = await LocalBedrock.StartAsync(Kept);

        var names = (await again.GetAsync("/prompts/")).Body["promptSummaries"]!.AsArray();
        names.Select(prompt => prompt!["name"]!.GetValue<string>()).Should().Equal("first");
        (await again.PostAsync("/prompts/", Prompt("second"))).Is(201, null!);
    }

    [Fact]
    public async Task A_damaged_file_is_kept_and_said_and_the_world_starts_empty()
    {
        await using (var bedrock = await LocalBedrock.StartAsync(Kept))
        {
            await bedrock.PostAsync("/prompts/", Prompt("first"));
            await bedrock.PostAsync("/prompts/", Prompt("second"));
        }

        var name = LocalServer.NameOf(Kept.File!);
        var lines = await File.ReadAllLinesAsync(Kept.File!);
        await File.WriteAllLinesAsync(Kept.File!, [.. lines[..2], .. lines[3..]]);
        await using var again = await LocalServer.StartAsync(Kept);

        again.Damage.Should().Contain("world.jsonl(3) was damaged. It is kept as world.jsonl.damaged");
        LocalServer.NameOf(Kept.File!).Should().NotBe(name).And.NotBeEmpty();
        (await File.ReadAllLinesAsync($"{Kept.File}.damaged")).Should().HaveCount(lines.Length - 1);
    }

    [Fact]
    public async Task One_server_at_a_time_has_the_file()
    {
        await using var bedrock = await LocalBedrock.StartAsync(Kept);

        var starting = () => LocalBedrock.StartAsync(Kept);

        await starting.Should().ThrowAsync<IOException>();
    }

    private static JsonObject Prompt(string name) => new() { ["name"] = name };

    private static JsonObject Parameter() => new() { ["Name"] = "/a", ["Type"] = "String", ["Value"] = "x" };
}
