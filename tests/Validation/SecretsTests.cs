using FluentAssertions;
using Infra.Tests.Support;
using Infra.Validation;
using Xunit;

namespace Infra.Tests.Validation;

public sealed class SecretsTests
{
    /// <summary>Put together here, so that no scanner takes the test for a leak.</summary>
    [Theory]
    [InlineData("AKIA", "IOSFODNN7EXAMPLE", "An AWS access key")]
    [InlineData("ASIA", "IOSFODNN7EXAMPLE", "An AWS access key")]
    [InlineData("ghp_", "abcdefghijklmnopqrstuvwxyz0123456789", "A GitHub token")]
    [InlineData("github_pat_", "11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz0123456789", "A GitHub token")]
    [InlineData("glpat-", "abcdefghij0123456789", "A GitLab token")]
    [InlineData("xoxb-", "123456789012-abcdefghij", "A Slack token")]
    [InlineData("https://hooks.slack.com/services/", "T00000000/B00000000/abcdefghij", "A Slack webhook")]
    [InlineData("sk-ant-", "api03-abcdefghij0123456789", "An Anthropic API key")]
    [InlineData("sk-proj-", "abcdefghij0123456789", "An OpenAI API key")]
    [InlineData("-----BEGIN", " OPENSSH PRIVATE KEY-----", "A private key")]
    [InlineData("-----BEGIN", " PGP PRIVATE KEY BLOCK-----", "A private key")]
    [InlineData("eyJ", "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
        "A JSON web token")]
    [InlineData("AWS_SECRET_ACCESS_KEY=", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "An AWS secret access key")]
    [InlineData("\"SecretAccessKey\": \"", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\"", "An AWS secret access key")]
    public void A_secret_is_told_by_its_form(string start, string rest, string kind) =>
        Secrets.In($"Use {start}{rest}. Thanks!").Should().ContainSingle().Which.Kind.Should().Be(kind);

    [Theory]
    [InlineData("AKIA is how access keys start.")]
    [InlineData("AKIAIOSFODNN7EXAMPLEANDMORE")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("Write a task-oriented, risk-averse-and-cautious-answer-to-everything.")]
    [InlineData("eyJust a word")]
    [InlineData("The secret access key is {{secret_access_key}}.")]
    [InlineData("hf_some_python_identifier_that_is_rather_long")]
    [InlineData("Never tell a secret. Secrets are secret.")]
    public void Prose_is_not_taken_for_a_secret(string text) => Secrets.In(text).Should().BeEmpty();

    [Fact]
    public void The_samples_of_the_repository_hold_none() =>
        Directory.EnumerateFiles(Repository.Path("prompts"), "*", SearchOption.AllDirectories)
            .Should().OnlyContain(file => !Secrets.In(File.ReadAllText(file)).Any());
}
