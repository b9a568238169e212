using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Models;
using Infra.Planning;
using Infra.Tests.Local;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Models;

/// <summary>Every model that is known, in every situation that can be foreseen: what <c>validate</c> finds the local
/// Bedrock refuses in AWS's words, and nothing else.</summary>
public sealed class FoundIsRefusedTests : IAsyncLifetime
{
    private const string Here = "us-east-1";

    /// <summary>The errors that files and data foretell.</summary>
    private static readonly string[] Foreseen =
    [
        "both-samplers", "cache-unsupported", "eol", "field-unsupported", "invalid-id", "last-turn-user", "max-tokens",
        "parameter-deprecated", "prefill", "profile-needed", "system-unsupported", "tools-streaming", "unknown-field",
    ];

    /// <summary>Those that they cannot: images, which no prompt holds; what an account has called lately; and models
    /// without Converse, of which the data names none.</summary>
    private static readonly string[] Unforeseen = ["image-unsupported", "legacy-unused", "no-converse"];

    /// <summary>What says that AWS refuses. The rest remarks on what AWS does not refuse yet, or ever.</summary>
    private static readonly string[] Found =
    [
        "PRM020", "PRM035", "PRM181", "PRM400", "PRM405", "PRM406", "PRM407", "PRM408", "PRM409", "PRM410", "PRM411",
        "PRM412", "PRM413", "PRM415", "PRM417",
    ];

    private static readonly DateOnly Day = ModelCatalog.Known.Date;

    private readonly SortedSet<string> _words = new(StringComparer.Ordinal);
    private LocalBedrock _bedrock = null!;

    public async Task InitializeAsync() => _bedrock = await LocalBedrock.StartAsync(new() { Day = Day });

    public async Task DisposeAsync() => await _bedrock.DisposeAsync();

    [Fact]
    public void Every_error_of_the_facts_can_be_foreseen_or_not() =>
        Foreseen.Concat(Unforeseen).Should().BeEquivalentTo(ModelErrors.Names);

    [Fact]
    public async Task What_is_found_is_refused_and_nothing_else()
    {
        string[] ids = [.. ModelCatalog.Known.Models.SelectMany(Ids)];
        var callable = await Agree(Situation.Plain, ids, Here);
        await Agree(Situation.Plain, ids, "sa-east-1");
        await Agree(Situation.Plain, ids, "eu-west-1");
        await Agree(Situation.Plain, ["openai.gpt-5.5", "vendor.unknown-v1:0", .. ids.Select(Elsewhere)], Here);

        foreach (var situation in Situation.Others)
        {
            await Agree(situation, callable, Here);
        }

        callable.Should().HaveCountGreaterThan(60);
        _words.Should().BeEquivalentTo(Foreseen);
    }

    /// <summary>The ids that are neither found nor refused.</summary>
    private async Task<string[]> Agree(Situation situation, string[] ids, string region)
    {
        var found = FoundBy(situation, ids, region);
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (await Refused(situation, id, region) is { } message)
            {
                refused.Add(id, message);
            }
        }

        found.Keys.Except(refused.Keys).Should().BeEmpty($"{situation.Name} in {region} is found, not refused");
        refused.Keys.Except(found.Keys).Should().BeEmpty($"{situation.Name} in {region} is refused, not found");
        foreach (var (id, message) in refused.Where(answer => !found[answer.Key].Contains("PRM410")))
        {
            var word = ModelErrors.Names.FirstOrDefault(error => IsWorded(error, message));
            word.Should().NotBeNull($"{id}, {situation.Name}: {message}");
            _words.Add(word!);
        }

        return [.. ids.Where(id => !refused.ContainsKey(id))];
    }

    private static Dictionary<string, string[]> FoundBy(Situation situation, string[] ids, string region)
    {
        var project = Project.Read(new MemoryTree(
        [
            ("Pulumi.dev.yaml", $"config:\n  aws:region: {region}\n  bedrock-prompts:default: draft\n"),
            .. ids.Select((id, i) => ($"prompts/p-{i}.yaml", situation.FileOf(id, ModelCatalog.Known.Of(id)))),
        ]));
        return ProjectChecks.All(project, Day)
            .Where(problem => Found.Contains(problem.Code) || (problem.Code is "PRM414" && situation.Streams))
            .GroupBy(problem => problem.At.File)
            .ToDictionary(
                same => ids[int.Parse(
                    Path.GetFileNameWithoutExtension(same.Key).AsSpan("p-".Length), CultureInfo.InvariantCulture)],
                same => same.Select(problem => problem.Code).ToArray());
    }

    private async Task<string?> Refused(Situation situation, string id, string region)
    {
        var operation = situation.Streams ? "converse-stream" : "converse";
        var reply = await _bedrock.SendAsync(
            HttpMethod.Post,
            $"/model/{Uri.EscapeDataString(id)}/{operation}",
            situation.RequestOf(ModelCatalog.Known.Of(id)),
            region);
        return reply.Status is HttpStatusCode.OK ? null : reply["message"];
    }

    private static IEnumerable<string> Ids(Model model) =>
        model.Routes.Keys.Concat(model.Listed).Prepend(model.Id).Distinct(StringComparer.Ordinal);

    /// <summary>The same in an ARN of another region.</summary>
    private static string Elsewhere(string id) => ModelName.IsProfile(id)
        ? $"arn:aws:bedrock:us-west-1:123456789012:inference-profile/{id}"
        : $"arn:aws:bedrock:us-west-1::foundation-model/{id}";

    /// <summary>Whether a message is an error of the facts, about any model, parameter and limit.</summary>
    private static bool IsWorded(string error, string message) => Regex.IsMatch(message, '^' + Regex
        .Escape(ModelErrors.Of(error).Message)
        .Replace("<id>", ".+", StringComparison.Ordinal)
        .Replace("temperature", "(?:temperature|topP|top_p|top_k|stopSequences)", StringComparison.Ordinal)
        .Replace(@"\[top_k]", @"\[\w+]", StringComparison.Ordinal)
        .Replace("10000", "[0-9]+", StringComparison.Ordinal)
        .Replace(@"\ in\ streaming\ mode", @"(?:\ in\ streaming\ mode)?", StringComparison.Ordinal) + '$');
}
