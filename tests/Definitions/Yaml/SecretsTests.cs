using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Definitions.Yaml;

public sealed class SecretsTests
{
    /// <summary>Random words in the forms their issuers document,
    /// put together here so that no scanner takes the test for a leak.</summary>
    [Theory]
    [InlineData("AKIA", "QYLPMN5HTSTFPZA7", "An AWS access key")]
    [InlineData("ASIA", "UJZDEGXDNCF32EPF", "An AWS access key")]
    [InlineData("aws_secret_access_key = ", "JBd0Kh8oOOL8dKLzdocJ2isAjIhKtJ0RlgLKOmxg", "An AWS secret access key")]
    [InlineData("AWS secret: ", "kWvj7FAc9QeWJKY40uvSwMFLZDe1f8rESQedUStP", "An AWS secret access key")]
    [InlineData("\"SecretAccessKey\": \"", "KR0CsTy4Qwb8DwkNhFdnXsiVpzz63FfkCzJr4i0B", "An AWS secret access key")]
    [InlineData("ABSK",
        "3JrTAwR4y9ojfljoQoaF1LlqsajAIxNKu8iS2G8NPRVdD53X83RZJzzzzgEOzdmenCkhvMdgaKjIg8xN",
        "An Amazon Bedrock API key")]
    [InlineData("postgres://shop:", "be3nNyjOq9wMxEhh@db.internal:5432/orders", "A password in an address")]
    [InlineData("Authorization: Bearer ", "feff9243a8f506b40928b5b7a767c76fb008f86b", "A bearer token")]
    [InlineData("Authorization: Basic ", "c2hvcDpoVW50ZXIyNHh5Wg==", "A user's password")]
    [InlineData("SG.", "CZ7Uw9xfogoEmvnEN5N1aE.6PwZPf1Qh6yYTWmE4lBYOvfZ8UzDzV8fUkkibjL5DZP", "A SendGrid key")]
    [InlineData("SK", "4fb440034d6608697a8d41bed440e504", "A Twilio key")]
    [InlineData("TWILIO_AUTH_TOKEN=", "54f31af3176813e02ea68ef786e4d3ce", "A key")]
    [InlineData("key-", "a27d26934b484e73cf575dcad6ba2b0a", "A Mailgun key")]
    [InlineData("", "ee0ca923732881584d8c4fa2815d2802-us14", "A Mailchimp key")]
    [InlineData("dop_v1_",
        "827283e0ad84173581569969e58b081006f7e3dfc967a64cb14028d512c9791e",
        "A DigitalOcean token")]
    [InlineData("DD_API_KEY=", "558e08baa7196b50ac2f86702824c1c0", "A key")]
    [InlineData("DD_APP_KEY: ", "99724caf4941d4072014b3ce107f80e222f82876", "A key")]
    [InlineData("sk_test_", "Xh5Jmtf7EbsDe0G9Cryn687n", "A Stripe key")]
    [InlineData("sk_live_", "eLfjVHq8xiM0OGr4hTxoF54F", "A Stripe key")]
    [InlineData("rk_live_", "zbka8FRCztUjAwyuh1vauWv1", "A Stripe key")]
    [InlineData("whsec_", "zh87mTa5Vsqxezy3Lex7BWr2drgd1QsO", "A webhook secret")]
    [InlineData("sk-svcacct-", "7jprBGumXxY9B4bZWOz648JJnUfd7UACNWiP3sFd", "An OpenAI API key")]
    [InlineData("sk-proj-", "JfupxqZKm4bV3AyAVHnyrvWdFrK9xiRGHOY32nfr5pyzPCB9", "An OpenAI API key")]
    [InlineData("sk-", "t2039bicBTW5ZE9LFaez7770H2DCpYgojjHRg80USP2W5DfJ", "An API key")]
    [InlineData("sk-ant-", "api03-9uP14pEHpJpb9ATPtdbmF4RPAfqoQB7xoFcSvTAx", "An Anthropic API key")]
    [InlineData("ghp_", "RzmaZsV2GenFmtX0moDoqW4sg8NFNl5oFA6Q", "A GitHub token")]
    [InlineData("github_pat_",
        "11d8Mj7zdnbMjAdTdlzC5T_4uUhf7kvmlP7HVDctQUy1xvCkgafrfwA94hJ9WnywX0t0ZBfdTEmxI6Cmux",
        "A GitHub token")]
    [InlineData("glpat-", "mVe5Mvxrv99NcqVTSu7r", "A GitLab token")]
    [InlineData("glrt-", "taUWM6ZO88eb0ogET9D9", "A GitLab token")]
    [InlineData("gldt-", "XyYq6B0Fi7FlaZ7Vt0SX", "A GitLab token")]
    [InlineData("GR1348941", "loiADN5RpVI2XQWhX1ss", "A GitLab token")]
    [InlineData("xoxb-", "123456789012-GHoPZgPDcgaE40o1C6xc4soh", "A Slack token")]
    [InlineData("xoxc-", "123456789012-dmM0Lm7exG3lCMqXXQ8agOMT", "A Slack token")]
    [InlineData("xoxd-", "jOIfPkzSrAsQtA9dtVK4wAAb3XZxPmzUzn8aB5kB", "A Slack token")]
    [InlineData("https://hooks.slack.com/services/",
        "T0HFZX3KI/B0AD9JZFX/VGkjwskHk7egyFWZY9Zmti18",
        "A Slack webhook")]
    [InlineData("110201543", ":AAc6EudM7Oyf5TNS05kOY2oNzN2m1ElKncz", "A Telegram bot token")]
    [InlineData("hvs.",
        "8HkywhjpU05mc4J1WRcQ1uhyMDJ2OXtPAtLpByQxCGClbaNFDpCWNX0D1lZEzgeiwBxfZC",
        "A HashiCorp Vault token")]
    [InlineData("dckr_pat_", "GGQccOif7UuXUGfdWG5yP8Yib2e", "A Docker token")]
    [InlineData("NUS0hmi4Fs9Z6Y",
        ".atlasv1.kRYU7oe1wNWqku5Nr50DjqG96EnLqNGpuxcmlzkO7rRu5ykYYqhXHdO2x93CJHLS",
        "A Terraform token")]
    [InlineData("pul-", "38cb8cb4ba2e751989a01749ddb14f71010b93b7", "A Pulumi token")]
    [InlineData("lin_api_", "ALtLinxN1Ekia7ZpTjCgeOj3QYrzZq9adP0J5wMP", "A Linear key")]
    [InlineData("shpat_", "ef750110c57513064d6d59291f0cde2e", "A Shopify token")]
    [InlineData("AGE-SECRET-KEY-1", "TWXSWZ84SR3MSJD9Q2S0V25VC40C77QPMWNDEY2FZP8X2KFPPZGZYZYHVY", "An age key")]
    [InlineData("-----BEGIN", " OPENSSH PRIVATE KEY-----", "A private key")]
    [InlineData("-----BEGIN", " PGP PRIVATE KEY BLOCK-----", "A private key")]
    [InlineData("eyJ",
        "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
        "A JSON web token")]
    [InlineData("AIza", "43W6T8ygpnnhcc826ZWOf0WOOsEgigYWPns", "A Google API key")]
    [InlineData("GOCSPX-", "uvBqbwq7sdTWx6uX9MGE2sNVbYAb", "A Google client secret")]
    [InlineData("AccountKey=",
        "BHXgwETdIKnT30fK0skBaHmsWWdawFgFSY0l9FLw91GqK8ks0n8SoFkh8OXfFYSJYgOuwgz7z54VfB4PbxntqB==",
        "An Azure storage key")]
    [InlineData("dapi", "5c7e41ba4ea5ee874ae7689447ab57a6", "A Databricks token")]
    [InlineData("hf_", "q9Ugk9QgmyjjYtUtBrmgO6grn4yDcaz2YB", "A Hugging Face token")]
    [InlineData("npm_", "SoGOsDbjqMVzaVp62BSKLVPA2oQUP44XPSL2", "An npm token")]
    [InlineData("pypi-",
        "AgEIcHlwaS5vcmcoRlPhDBuqOSg5ApYzTTOkq2BEDbN2AHRQ73l5PuXay1F6gcqInkTY88mHwg2",
        "A PyPI token")]
    [InlineData("PMAK-", "e6f0bade65c3b188cc102ddb-8379c7ce65426f74bde94fb78c8d5f08b7", "A Postman key")]
    [InlineData("gsk_", "PtuEFBNOfQ5xj7t2ydf0K5uY8iH1wOLaQan8ePsqMgLj2olXCwYj", "A Groq key")]
    [InlineData("lsv2_", "pt_6c5296f62e338d74ff1fe4f7f505aef9_ebdd25b001", "A LangSmith key")]
    [InlineData("NRAK-", "VG645JCN0IVGXV479NS1V1Q9DSS", "A New Relic key")]
    [InlineData("glsa_", "Kdztgacm06EMXQdYG6INyNjORSSM4Rfn_1e5351d3", "A Grafana token")]
    [InlineData("X-Api-Key: ", "767Pax30iYtJTq3tlAcubBKPL76dFKH493Xy", "A key")]
    public void A_secret_is_told_by_its_form(string start, string rest, string kind) =>
        Secrets.In($"Use {start}{rest}. Thanks!").Should().ContainSingle().Which.Kind.Should().Be(kind);

    [Theory]
    [InlineData("AKIA is how access keys start.")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("AKIAIOSFODNN7EXAMPLEANDMORE")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("Write a task-oriented, risk-averse-and-cautious-answer-to-everything.")]
    [InlineData("sk-abcdefghijklmnopqrstuvwxyzabcdef")]
    [InlineData("eyJust a word")]
    [InlineData("The secret access key is {{secret_access_key}}.")]
    [InlineData("hf_some_python_identifier_that_is_rather_long")]
    [InlineData("Never tell a secret. Secrets are secret.")]
    [InlineData("Authorization: Bearer {{token}}")]
    [InlineData("The bearer of-this-letter-may-enter-the-building-at-noon")]
    [InlineData("Basic understanding of internationalization is required.")]
    [InlineData("https://user:password@example.com/path")]
    [InlineData("https://{{user}}:{{password}}@{{host}}/")]
    [InlineData("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("api_key: YOUR_API_KEY_GOES_HERE")]
    [InlineData("api_key: ${apiKeyOfTheOrderService2026Production}")]
    [InlineData("commit 3f786850e387550fdab836ed7e6dc881de23001b")]
    [InlineData("key: 123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("objectKey: Reports/2026/Quarter3/SummaryOfOrders2026")]
    [InlineData("arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012")]
    [InlineData("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/orders-AbCdEf")]
    [InlineData("token: customerShippingAddressLine2OfTheOrder")]
    [InlineData("digest: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("https://example.com:8080/orders@2026")]
    [InlineData("Ask for the key to room 20 and the token of 15 points.")]
    public void What_looks_like_one_is_not_taken_for_one(string text) => Secrets.In(text).Should().BeEmpty();

    [Fact]
    public void Every_form_starts_with_letters_of_its_own() =>
        SecretForms.All.Select(form => form.Start).Should().OnlyHaveUniqueItems()
            .And.OnlyContain(start => start.Length >= 2);

    /// <summary>Whatever the place: a text, a schema, a comment, a note, a value of the stack.</summary>
    [Theory]
    [InlineData("prompts/greeting.yaml", "description: {0}", "error PRM036")]
    [InlineData("prompts/greeting.yaml", "owner: {0}", "error PRM036")]
    [InlineData("prompts/greeting.yaml", "inference: {{ stopSequences: [{0}] }}", "error PRM036")]
    [InlineData("prompts/greeting.yaml", "additionalModelRequestFields: {{ a: {{ b: [{0}] }} }}", "error PRM036")]
    [InlineData("prompts/greeting.yaml", "metadata: {{ a: {0} }}", "error PRM036")]
    [InlineData("prompts/greeting.yaml", "# {0}", "error PRM036")]
    [InlineData("prompts/asking.yaml", "kind: flow\ndescription: {0}", "error PRM036")]
    [InlineData("prompts/asking.yaml", "kind: flow\nnodes: {{ C: {{ type: InlineCode, code: {0} }} }}", "error PRM036")]
    [InlineData("prompts/partials/house.md", "{0}", "error PRM036")]
    [InlineData("Pulumi.dev.yaml", "config: {{ bedrock-prompts:values: {{ a: {0} }} }}", "error PRM036")]
    [InlineData("Pulumi.dev.yaml", "config: {{ bedrock-prompts:tags: {{ a: {0} }} }}", "error PRM036")]
    [InlineData("prompts/releases/greeting/1.yaml", "note: {0}", "warning PRM476")]
    public void It_is_found_wherever_it_stands(string path, string text, string problem)
    {
        var token = string.Concat("AKIA", "QYLPMN5HTSTFPZA7");
        var tree = new MemoryTree(
            (path, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, token)),
            ("prompts/user.yaml", "model: amazon.nova-lite-v1:0\ntext: \"{{> house}}\"\n"));

        ProjectChecks.All(Project.Read(tree), new(2026, 11, 27))
            .Where(diagnostic => diagnostic.At.File == path)
            .Select(diagnostic => $"{diagnostic}".Split(": ")[1])
            .Should().ContainSingle(said => said == problem);
    }

    [Fact]
    public void The_samples_of_the_repository_hold_none() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Samples, "prompts"), "*", SearchOption.AllDirectories)
            .Should().OnlyContain(file => !Secrets.In(File.ReadAllText(file)).Any());
}
