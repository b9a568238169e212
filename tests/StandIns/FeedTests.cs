using System.Diagnostics;
using System.IO.Compression;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.StandIns;

/// <summary>Asks folders that are feeds what infra/StandIns/Feed.proj asks the machine's.</summary>
public sealed class FeedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder()
        .Write("Feed.proj", File.ReadAllText(Repository.Path("infra/StandIns/Feed.proj")))
        .Write("nuget.config", """
            <configuration>
              <packageSources><clear /><add key="own" value="feed" /></packageSources>
              <config><add key="globalPackagesFolder" value="packages" /></config>
            </configuration>
            """)
        .Write("feed/read.me", "packages");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_feed_that_has_only_other_versions_stops_the_build_and_the_way_on_is_named()
    {
        Publish("Some.Package", "1.0.0");

        var said = await Ask("Some.Package", "2.0.0");

        Assert.Contains("error : The package feed has other versions of Some.Package", said, StringComparison.Ordinal);
        Assert.Contains("-p:SomeOnFeed=false", said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("answer/feed.props")));
    }

    [Fact]
    public async Task A_feed_that_lacks_the_package_is_an_answer_and_remembered()
    {
        var said = await Ask("Some.Package", "2.0.0");

        Assert.Contains("SomeOnFeed: false", said, StringComparison.Ordinal);
        Assert.Contains("<SomeOnFeed>false</SomeOnFeed>", _folder.Read("answer/feed.props"), StringComparison.Ordinal);
    }

    private void Publish(string package, string version)
    {
        using var zip = ZipFile.Open(_folder.File($"feed/{package}.{version}.nupkg"), ZipArchiveMode.Create);
        using var text = new StreamWriter(zip.CreateEntry($"{package}.nuspec").Open());
        text.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
            <id>{package}</id><version>{version}</version><authors>Ada</authors><description>None</description>
            </metadata></package>
            """);
    }

    private async Task<string> Ask(string package, string version)
    {
        _folder.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="{package}" Version="{version}" /></ItemGroup>
            </Project>
            """);
        string[] arguments =
        [
            "msbuild", "Feed.proj", "-nologo", "-p:Question=SomeOnFeed", $"-p:Packages={package}",
            $"-p:Answer={_folder.File("answer/feed.props")}", "-p:TargetFramework=net10.0",
        ];
        using var process = Process.Start(new ProcessStartInfo(ConsoleProcess.Dotnet(), arguments)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
        })!;
        return await process.StandardOutput.ReadToEndAsync();
    }
}
