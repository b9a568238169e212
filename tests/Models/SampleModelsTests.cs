using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Models;
using Infra.Targets;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Models;

/// <summary>Models that people are shown live for a while: at least 90 days from the day the data was read.</summary>
public sealed partial class SampleModelsTests
{
    private static readonly DateOnly Then = ModelCatalog.Known.Date.AddDays(90);

    public static TheoryData<string> Shown =>
    [
        .. Directory.EnumerateFiles(Repository.Path("prompts"), "*", SearchOption.AllDirectories)
            .Concat(ReadmeTests.Pages.Select(page => Repository.Path(page)))
            .Concat(Rooms())
            .Select(File.ReadAllText)
            .Append(DefinitionSchema.OfDefinitions())
            .SelectMany(text => Id().Matches(text).Select(match => match.Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_model_that_is_shown_lives_for_a_while(string id)
    {
        var model = ModelCatalog.Known.Of(id);

        model.Should().NotBeNull(id);
        model!.Lifecycle.On(Then, "us-east-1").Should().Be(new Phase.Active());
        Refusals.Of(new(id), ModelCatalog.Known, "us-east-1", Then).Should().BeEmpty();
    }

    /// <summary>What the rooms say of themselves, and the files for applications. Problems.md shows what is wrong.
    /// </summary>
    private static IEnumerable<string> Rooms() =>
        from file in Directory.EnumerateFiles(Repository.Path("infra"), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".md" || file.StartsWith(Repository.Path("infra", "Clients"))
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")
        where Path.GetFileName(file) is not "Problems.md"
        select file;

    [GeneratedRegex(@"\b(?:(?:us|eu|global|apac)\.)?(?:amazon|anthropic|meta|mistral|cohere|openai|deepseek)\."
        + @"[a-z][a-z0-9-]*\d[a-z0-9.-]*(?::\d+)?")]
    private static partial Regex Id();
}
