using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using BedrockPrompts;
using FluentAssertions;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Values;
using Pulumi;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using Xunit;

namespace Infra.Tests.Component;

/// <summary>What programs in other languages get: the same component, described by a schema.</summary>
[Collection(nameof(StackRun))]
public sealed class CatalogProviderTests
{
    private static readonly string Everything = Repository.Path("tests", "Samples", "everything");

    [Fact]
    public async Task The_schema_describes_the_component_as_it_is()
    {
        var answer = await new CatalogProvider().GetSchema(new(0, null, null), CancellationToken.None);

        using var schema = JsonDocument.Parse(answer.Schema!);
        var resource = schema.RootElement.GetProperty("resources").EnumerateObject().Single();
        resource.Name.Should().Be(PromptCatalog.TypeToken);
        Keys(resource.Value, "inputProperties").Should().Equal(Names(typeof(PromptCatalogArgs)));
        Keys(resource.Value, "properties").Should().Equal(
            Names(typeof(PromptCatalog), property => property.GetCustomAttribute<OutputAttribute>() is not null));
        schema.RootElement.GetProperty("version").GetString().Should().MatchRegex(@"^\d+\.\d+\.\d+$");
    }

    [Fact]
    public async Task A_catalog_for_another_language_declares_what_one_in_CSharp_does()
    {
        var run = Begun();
        var own = await run.Run<Foreign>(Everything, "dev");

        var answer = await own.Answer;
        var here = await StackRun.Run(Everything, "dev", ImmutableDictionary<string, Value>.Empty);

        run.Inputs.Keys.Should().BeEquivalentTo(here.Inputs.Keys);
        answer.Urn.ToString().Should().EndWith($"{PulumiComponents.Catalog}::prompts");
        answer.Outputs["policies"].TryGetMap(out var policies).Should().BeTrue();
        policies!["chat"].TryGetString(out var policy).Should().BeTrue();
        policy.Should().Be("arn of chat-callers");
        answer.Outputs["aliases"].TryGetMap(out var aliases).Should().BeTrue();
        aliases!["chat"].TryGetMap(out var alias).Should().BeTrue();
        alias!["parameter"].TryGetString(out var parameter).Should().BeTrue();
        parameter.Should().Be("/bedrock-prompts/dev/chat/live");
    }

    [Fact]
    public async Task What_a_preview_cannot_know_is_sent_as_such()
    {
        var own = await Begun(isPreview: true).Run<Foreign>(Everything, "dev");

        var answer = await own.Answer;

        answer.Outputs["policies"].TryGetMap(out var policies).Should().BeTrue();
        policies!["chat"].Should().Be(PropertyValue.Computed);
    }

    [Fact]
    public async Task Settings_of_its_own_are_texts_and_other_types_are_refused()
    {
        var odd = ImmutableDictionary<string, PropertyValue>.Empty.Add("default", new(Map("x", "y")));
        var provider = new CatalogProvider();

        var type = () => provider.Construct(Request("bedrock-prompts:index:Other", []), CancellationToken.None);
        var setting = () => provider.Construct(
            Request(PromptCatalog.TypeToken, Inputs.Add("settings", new(odd))), CancellationToken.None);

        (await type.Should().ThrowAsync<RunException>()).Which.Message.Should().Contain("bedrock-prompts:index:Other");
        (await setting.Should().ThrowAsync<RunException>()).Which.Message.Should().Contain("'settings.default' should");
    }

    private static ImmutableDictionary<string, PropertyValue> Inputs => Map("folder", Path.GetFullPath(Everything));

    private static StackRun Begun(bool isPreview = false) => new(isPreview, ImmutableDictionary<string, Value>.Empty);

    private static ImmutableDictionary<string, PropertyValue> Map(string key, string text) =>
        ImmutableDictionary<string, PropertyValue>.Empty.Add(key, new(text));

    private static ConstructRequest Request(string type, ImmutableDictionary<string, PropertyValue> inputs) =>
        new(type, "prompts", inputs, new ComponentResourceOptions());

    private static IEnumerable<string> Keys(JsonElement resource, string of) =>
        resource.GetProperty(of).EnumerateObject().Select(property => property.Name);

    private static IEnumerable<string> Names(Type type, Func<PropertyInfo, bool>? which = null) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(which ?? (_ => true))
        .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
        .Order(StringComparer.Ordinal);

    /// <summary>What Pulumi does for a program in another language.</summary>
    private sealed class Foreign : Pulumi.Stack
    {
        public Foreign() : base(StackRun.Observing) =>
            Answer = new CatalogProvider().Construct(Request(PromptCatalog.TypeToken, Inputs), CancellationToken.None);

        public Task<ConstructResponse> Answer { get; }
    }
}
