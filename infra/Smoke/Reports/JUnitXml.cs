using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Infra.Spelling;

namespace Infra.Smoke.Reports;

/// <summary>Reports in JUnit's XML, which CI systems display.</summary>
/// <remarks>
/// A failure is an answer that is not as expected (or could not be judged), an error is a call that could not be made,
/// and a skipped case was not reached by the run.
/// </remarks>
public static class JUnitXml
{
    private static readonly XmlWriterSettings Layout =
        new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>The report.</summary>
    public static string Render(SmokeReport report)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Layout))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", LegalXml.Of($"smoke {report.Stack}"));
            Counts(xml, report.Cases);
            xml.WriteAttributeString("time", Seconds(report.Duration));
            foreach (var suite in report.Cases.GroupBy(test => test.Id.Definition, StringComparer.Ordinal))
            {
                Suite(xml, suite.Key, [.. suite], report.StartedAt.UtcDateTime);
            }

            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void Suite(XmlWriter xml, string name, ImmutableArray<CaseResult> cases, DateTime startedAt)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", LegalXml.Of(name));
        Counts(xml, cases);
        xml.WriteAttributeString("time", Seconds(TimeSpan.FromTicks(cases.Sum(test => test.Latency?.Ticks ?? 0))));
        xml.WriteAttributeString("timestamp", startedAt.ToString("s", CultureInfo.InvariantCulture));
        foreach (var test in cases)
        {
            Case(xml, test);
        }

        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, CaseResult test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", LegalXml.Of(test.Id.Definition));
        xml.WriteAttributeString("name", LegalXml.Of(test.Id.Name));
        xml.WriteAttributeString("file", LegalXml.Of(test.At.File));
        xml.WriteAttributeString("line", test.At.Line.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Seconds(test.Latency ?? TimeSpan.Zero));
        Properties(xml, test);
        if (Element(test.Status) is { } element)
        {
            var troubles = SmokeLines.Troubles(test).DefaultIfEmpty("the run ended before this case").ToArray();
            xml.WriteStartElement(element);
            xml.WriteAttributeString("message", LegalXml.Of(troubles[0]));
            if (test.Status is not CaseStatus.NotRun)
            {
                xml.WriteAttributeString("type", StatusWords.Of(test.Status));
                xml.WriteString(LegalXml.Of(string.Join('\n', troubles)));
            }

            xml.WriteEndElement();
        }

        xml.WriteElementString("system-out", LegalXml.Of(string.Join('\n', SmokeLines.Of(test))));
        xml.WriteEndElement();
    }

    /// <summary>The target of a case, and its calls.</summary>
    private static void Properties(XmlWriter xml, CaseResult test)
    {
        var answers = test.Runs.Select(run => run.Answer).OfType<AnswerSummary>().ToArray();
        xml.WriteStartElement("properties");
        Property("alias", test.Target.Parameter);
        Property("arn", test.Target.Arn);
        Property("release", test.Target.Release is { } release ? $"{release}" : "draft");
        Property("version", test.Target.Version);
        Property("digest", test.Target.Digest);
        Property("model", answers.Select(answer => answer.Model).FirstOrDefault(model => model is not null));
        Property("requestId", string.Join(' ', answers.Select(answer => answer.RequestId).OfType<string>()));
        Property("tokens", $"{test.Tokens}");
        xml.WriteEndElement();

        void Property(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                xml.WriteStartElement("property");
                xml.WriteAttributeString("name", name);
                xml.WriteAttributeString("value", LegalXml.Of(value));
                xml.WriteEndElement();
            }
        }
    }

    private static string? Element(CaseStatus status) => status switch
    {
        CaseStatus.Failed or CaseStatus.Unknown => "failure",
        CaseStatus.Error => "error",
        CaseStatus.NotRun or CaseStatus.Unjudged => "skipped",
        CaseStatus.Passed or CaseStatus.Warned => null,
    };

    private static void Counts(XmlWriter xml, ImmutableArray<CaseResult> cases)
    {
        Count("tests", cases.Length);
        Count("failures", cases.Count(test => Element(test.Status) is "failure"));
        Count("errors", cases.Count(test => Element(test.Status) is "error"));
        Count("skipped", cases.Count(test => Element(test.Status) is "skipped"));

        void Count(string name, int count) => xml.WriteAttributeString(name, $"{count}");
    }

    private static string Seconds(TimeSpan duration) =>
        duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
