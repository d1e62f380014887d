/** What Sprout cannot do, as people write it. X is filled with words of THINGS_UNKNOWN, or is left over. */
export const OTHER_LANGUAGES = [
  "Was ist die Hauptstadt von Frankreich?",
  "Erzähl mir eine Geschichte.",
  "Wie geht es dir?",
  "Guten Tag, wer bist du?",
  "Ich heiße Anna und wohne in Berlin.",
  "Kannst du mir helfen?",
  "Schreibe ein Gedicht über den Mond.",
  "Das ist ein schöner Tag.",
  "Quelle est la capitale de l'Espagne ?",
  "Bonjour, comment ça va ?",
  "Raconte-moi une histoire.",
  "Je ne comprends pas.",
  "Qui es-tu ?",
  "Il fait beau aujourd'hui.",
  "¿Cuál es la capital de España?",
  "Hola, ¿cómo estás?",
  "Cuéntame un cuento.",
  "Me gusta el sol y el mar.",
  "Ciao, come stai?",
  "Raccontami una storia.",
  "Qual è il tuo nome?",
  "Olá, tudo bem?",
  "Jak się masz?",
  "Hoe gaat het met je?",
  "Привет, как дела?",
  "Расскажи мне сказку.",
  "你好",
  "给我讲一个故事。",
  "法国的首都是哪里?",
  "你是谁?",
  "こんにちは",
  "안녕하세요",
  "Merhaba, nasılsın?",
];

export const FOREIGN_WORDS =
  "der die das und ist nicht ein eine ich du wir sie mit auf für von zu haus hund katze baum heute morgen gut schön le la les un une est pas je tu nous avec pour dans chat chien maison jour bon merci el los una es con para en gato perro casa día bueno il gatto cane giorno buono che non per sono".split(
    " ",
  );

export const CODE = [
  "Write a Python function.",
  "Write code that sorts a list.",
  "Fix this bug in my program.",
  "function add(a, b) { return a + b; }",
  "def main(): print('hello')",
  "console.log(x)",
  "SELECT * FROM users WHERE id = 1;",
  "<div class='box'>Hello</div>",
  "import numpy as np",
  "for (let i = 0; i < 10; i++) {}",
  "npm install react",
  "What does this code do?",
  "Write a website in HTML.",
  "How do I center a div?",
  "Explain recursion with code.",
];

export const NEWS = [
  "What is the weather today?",
  "Will it rain tomorrow?",
  "What is in the news?",
  "Who won the game yesterday?",
  "Who is the president?",
  "Who should I vote for?",
  "What time is it?",
  "What is the date today?",
  "What day is it today?",
  "How much does X cost?",
  "What is the price of X?",
  "Where can I buy X?",
  "Book a table for two.",
  "Play some music.",
  "Send an email to my boss.",
  "Set an alarm for six.",
  "Open the window on my screen.",
  "Show me a picture of X.",
  "Draw X.",
];

export const HARD_QUESTIONS = [
  "How do I fix X?",
  "How does X work?",
  "Explain X.",
  "Explain X to me.",
  "What is X?",
  "What do you think about X?",
  "Tell me about X.",
  "Tell me everything about X.",
  "Who invented X?",
  "When was X invented?",
  "Why is X important?",
  "Write an essay about X.",
  "Write a letter about X.",
  "Write a report on X.",
  "Give me advice about X.",
  "What is the history of X?",
  "What is the difference between X and X?",
  "How can I learn X?",
  "Summarize this text about X.",
  "Translate X into French.",
  "What is the meaning of life?",
  "Should I quit my job?",
  "How do I become rich?",
  "What is the best X?",
  "Give me a recipe for X.",
  "How do I cook X?",
  "Who wrote X?",
  "Plan my holiday.",
  "Compare X with X.",
  "What are the pros and cons of X?",
  "Do you believe in X?",
  "How many people live in X?",
  "Where is X?",
];

export const THINGS_UNKNOWN =
  "gravity|electricity|the internet|computers|a car engine|a phone|football|chess|money|the economy|history|physics|chemistry|biology|philosophy|democracy|love|war|religion|climate change|a quantum computer|artificial intelligence|machine learning|black holes|dinosaurs and time|the brain|music theory|photography|cooking|pasta|rice|chicken|lasagna|yoga|a marathon|guitar|the piano|taxes|insurance|a bank|a contract|medicine|a headache|vitamins|sleep|dreams|time|space travel|rockets|atoms|DNA|evolution|volcanoes|New York|Australia|Africa|the Roman Empire|the French Revolution|Shakespeare|Mozart|Einstein|Napoleon|Picasso|fashion|shoes|a laptop|a printer|the stock market|crypto|marketing|a business|a job interview|grammar|poetry|statistics|algebra|geometry|calculus|logic|psychology|happiness|friendship|school homework|education|politics|the law|human rights|a movie|a novel|theater|art".split(
    "|",
  );

/** Subjects of questions Sprout knows the shape of, but not the answer to. */
export const COUNTRIES_UNKNOWN =
  "Mongolia Nepal Chad Iceland Bolivia Iran Iraq Ghana Nigeria Morocco Vietnam Thailand Korea Argentina Colombia Scotland Wales Romania Serbia Croatia Ukraine Syria Israel Jordan Kuwait Yemen Malta Cyprus Texas Ohio Atlantis Narnia Laos Fiji Tonga Uganda Rwanda Angola Zambia Senegal Tunisia Algeria Somalia Pakistan Bangladesh Indonesia Malaysia Singapore Estonia Latvia Lithuania Slovakia Slovenia Albania Armenia Georgia Panama Jamaica Haiti Ecuador Uruguay Paraguay Venezuela".split(
    " ",
  );

export const SUGGESTIONS = [
  "Tell me a story about a fox.",
  "What color is snow?",
  "Tell me a joke.",
  "What is the capital of France?",
  "Name a dragon.",
  "What is 3 + 4?",
];
