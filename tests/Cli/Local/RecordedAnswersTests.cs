using FluentAssertions;
using Infra.Cli.Aws;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Cli.Local;

/// <summary>On a project's local Bedrock, models and services give the sample answers of the project's test
/// cases.</summary>
public sealed class RecordedAnswersTests
{
    private const string Mark = "[local Bedrock: no model was called";

    [Theory]
    [InlineData("Ada", "English", "Hello Ada.")]
    [InlineData("María", "Spanish", "Hola María.")]
    public async Task The_sample_answers_when_the_variables_are_those_of_its_case(
        string customer, string language, string sample) =>
        (await Answer(customer, language)).Should().Be(sample);

    [Fact]
    public async Task An_echo_that_says_it_is_one_answers_other_variables() =>
        (await Answer("Ada", "Spanish")).Should().StartWith(Mark).And.EndWith("Greet Ada in Spanish.");

    [Fact]
    public async Task A_case_that_is_edited_counts_without_a_new_start()
    {
        await using var project = await Deployed();
        (await Converse(project, "Ada", "English")).Should().Be("Hello Ada.");

        var file = project.Files.File("prompts/greeting.yaml");
        var edited = (await File.ReadAllTextAsync(file)).Replace("Hello Ada.", "Dear Ada.", StringComparison.Ordinal);
        project.Files.Write("prompts/greeting.yaml", edited);

        (await Converse(project, "Ada", "English")).Should().Be("Dear Ada.");
    }

    [Fact]
    public async Task Nodes_answer_as_the_case_with_the_same_document_says()
    {
        await using var project = await Deployed();

        (await Invoke(project, "7")).Outputs.Single().Document.Should().Be((Value)"Good morning Ada.");
    }

    [Fact]
    public async Task A_document_of_no_case_stops_the_flow_where_nothing_can_answer()
    {
        await using var project = await Deployed();

        var other = () => Invoke(project, "8");

        (await other.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain("Declare what it answers");
    }

    private static async Task<ServedProject> Deployed()
    {
        var project = await new ServedProject().Serve();
        (await project.Run("up", "dev", "--local")).Error.Should().Contain("created");
        return project;
    }

    private static async Task<string> Answer(string customer, string language)
    {
        await using var project = await Deployed();
        return await Converse(project, customer, language);
    }

    private static async Task<string> Converse(ServedProject project, string customer, string language)
    {
        using var aws = Clients(project);
        var variables = new Dictionary<string, string> { ["customer"] = customer, ["language"] = language };
        return (await PromptCall.Converse(aws, await Alias(aws, "greeting"), variables, default)).Text;
    }

    private static async Task<FlowAnswer> Invoke(ServedProject project, string document)
    {
        using var aws = Clients(project);
        return await FlowCall.Invoke(aws, await Alias(aws, "order"), new("Number", document), trace: false, default);
    }

    private static async Task<string> Alias(AwsClients aws, string name) =>
        (await AliasParameters.Read(aws, "/bedrock-prompts/dev", [name], default))[name];

    private static AwsClients Clients(ServedProject project) => new(AwsConnection.ToLocal(project.Url, "us-east-1"));
}
