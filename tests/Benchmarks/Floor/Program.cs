using YamlDotNet.Core;

// Below these nothing that runs on .NET and reads YAML can get: without arguments, the start of a process; with a
// folder, YamlDotNet over every file of it, one after the other, building nothing.
if (args is [var folder])
{
    var events = 0;
    foreach (var file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
    {
        using var text = File.OpenText(file);
        var parser = new Parser(text);
        while (parser.MoveNext())
        {
            events++;
        }
    }

    Console.WriteLine(events);
}
