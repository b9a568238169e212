using System.Runtime.CompilerServices;

namespace Infra.Tests.Support;

/// <summary>Where the checkout under test lies.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A whole project of the tests' own: what users make of <c>prompts/</c> changes no test.</summary>
    public static string Samples { get; } = Path("tests", "Samples", "project");

    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The sources below some folders, by their names in the repository; what a build made is none.</summary>
    public static IEnumerable<(string Name, string Path)> Sources(params string[] folders) =>
        from folder in folders
        from path in Directory.EnumerateFiles(Path(folder), "*.cs", SearchOption.AllDirectories)
        let name = System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/')
        where !name.Split('/').Intersect(["bin", "obj"]).Any()
        orderby name
        select (name, path);

    private static string Find([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(here, "..", "..", ".."));
}
