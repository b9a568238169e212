Console.WriteLine("prompts");
