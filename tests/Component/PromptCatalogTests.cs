using System.Collections.Immutable;
using BedrockPrompts;
using FluentAssertions;
using Infra.Tests.Support;
using Infra.Values;
using Pulumi;
using Xunit;

namespace Infra.Tests.Component;

/// <summary>A program with resources of its own takes what they need from a catalog.</summary>
[Collection(nameof(StackRun))]
public sealed class PromptCatalogTests
{
    private static readonly string Everything = Repository.Path("tests", "Samples", "everything");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_resource_of_ones_own_takes_a_parameters_name_and_a_policy(bool isPreview)
    {
        var run = await Run<Shop>(isPreview: isPreview);

        var orders = run.Inputs[("aws:lambda/function:Function", "orders")];
        orders["greeting"].Should().Be((Value)"/bedrock-prompts/dev/chat/live");
        var attachment = run.Inputs[("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "orders")];
        attachment["policyArn"].Should().Be(isPreview ? null : (Value)"arn of chat-callers");
    }

    [Fact]
    public async Task What_takes_a_parameters_name_comes_after_the_parameter()
    {
        var run = await Run<Shop>();

        var order = run.Inputs.Keys.Select(resource => resource.Name + " " + resource.Type).ToList();
        order.IndexOf("orders aws:lambda/function:Function").Should().BeGreaterThan(
            order.IndexOf("chat-live aws:ssm/parameter:Parameter"));
    }

    /// <summary>Types and names are what URNs are made of: others would replace everything that is deployed.</summary>
    [Fact]
    public async Task Everything_stands_below_the_catalog_under_permanent_types()
    {
        var run = await Run<Shop>();

        var catalog = run.Options.Keys.Should().Contain(("bedrock-prompts:index:PromptCatalog", "prompts")).And.Subject;
        catalog.Select(resource => resource.Type).Where(type => type.StartsWith("bedrock-", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal).Should().Equal(
                "bedrock-prompts:index:Prompt", "bedrock-prompts:index:PromptCatalog");
        var owner = run.Options[("aws-native:bedrock:Prompt", "chat")].Parent!;
        owner.GetResourceType().Should().Be("bedrock-prompts:index:Prompt");
        run.Options[(owner.GetResourceType(), owner.GetResourceName())].Parent.Should().BeOfType<PromptCatalog>();
    }

    [Fact]
    public async Task Two_catalogs_of_one_folder_do_not_collide_in_Pulumi_or_on_AWS()
    {
        var run = await Run<TwoCatalogs>();

        run.Inputs[("aws-native:bedrock:Prompt", "chat")]["name"].Should().Be((Value)"try-chat");
        run.Inputs[("aws-native:bedrock:Prompt", "second.chat")]["name"].Should().Be((Value)"try-second-chat");
        foreach (var type in (string[])["aws:ssm/parameter:Parameter", "aws:iam/policy:Policy"])
        {
            run.Inputs.Where(entry => entry.Key.Type == type).Select(entry => entry.Value["name"]).Should()
                .NotBeEmpty().And.OnlyHaveUniqueItems(type);
        }
    }

    [Fact]
    public async Task Settings_that_a_program_gives_take_the_place_of_the_stacks()
    {
        var run = await Run<Given>();

        run.Inputs.Keys.Where(resource => resource.Type is "aws-native:bedrock:Prompt").Should()
            .ContainSingle().Which.Name.Should().Be("chat");
        run.Inputs[("aws-native:bedrock:Prompt", "chat")]["name"].Should().Be((Value)"given-chat");
    }

    [Fact]
    public async Task An_unknown_name_names_the_nearest()
    {
        var run = () => Run<Mistyped>();

        (await run.Should().ThrowAsync<RunException>()).Which.Message.Should()
            .Be("The catalog 'prompts' does not serve 'chatt' in stack dev. Did you mean 'chat'?");
    }

    [Fact]
    public async Task A_setting_that_there_is_not_and_a_folder_that_there_is_not_declare_nothing()
    {
        var (setting, folder) = (Begun(), Begun());

        var unknown = () => setting.Run<UnknownSetting>(Everything, "dev");
        var nowhere = () => folder.Run<Nowhere>(Everything, "dev");

        (await unknown.Should().ThrowAsync<RunException>()).Which.Message.Should().Contain("'retian'");
        (await nowhere.Should().ThrowAsync<RunException>()).Which.Message.Should().Contain("no folder 'elsewhere'");
        setting.Options.Should().BeEmpty();
        folder.Options.Should().BeEmpty();
    }

    private static StackRun Begun(bool isPreview = false) => new(isPreview, ImmutableDictionary<string, Value>.Empty);

    private static async Task<StackRun> Run<TStack>(bool isPreview = false)
        where TStack : Pulumi.Stack, new()
    {
        var run = Begun(isPreview);
        await run.Run<TStack>(Everything, "dev");
        return run;
    }

    private static void Declare(string type, string name, string input, object value) => _ = new CustomResource(
        type,
        name,
        new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty.Add(input, value)),
        options: null);

    private sealed class Shop : Pulumi.Stack
    {
        public Shop() : base(StackRun.Observing)
        {
            var catalog = new PromptCatalog("prompts");
            Declare("aws:lambda/function:Function", "orders", "greeting", catalog["chat"].Parameter);
            Declare("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "orders", "policyArn",
                catalog["chat"].CallerPolicy);
        }
    }

    private sealed class TwoCatalogs : Pulumi.Stack
    {
        public TwoCatalogs() : base(StackRun.Observing) => _ = (
            new PromptCatalog("prompts"), new PromptCatalog("second", new() { Folder = "." }));
    }

    private sealed class Given : Pulumi.Stack
    {
        public Given() : base(StackRun.Observing) => _ = new PromptCatalog("prompts", new()
        {
            Settings = new Dictionary<string, string>
            {
                ["live"] = "{ chat: draft }",
                ["default"] = "none",
                ["namePrefix"] = "given-",
            },
        });
    }

    private sealed class Mistyped : Pulumi.Stack
    {
        public Mistyped() : base(StackRun.Observing) => _ = new PromptCatalog("prompts")["chatt"];
    }

    private sealed class UnknownSetting : Pulumi.Stack
    {
        public UnknownSetting() : base(StackRun.Observing) => _ = new PromptCatalog(
            "prompts", new() { Settings = new Dictionary<string, string> { ["retian"] = "3" } });
    }

    private sealed class Nowhere : Pulumi.Stack
    {
        public Nowhere() : base(StackRun.Observing) =>
            _ = new PromptCatalog("prompts", new() { Folder = "elsewhere" });
    }
}
