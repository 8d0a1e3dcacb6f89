import type { PageCopy } from '../page.ts';

export const page: PageCopy = {
  title: 'Apréndelo con la herramienta en marcha',
  lead: 'Cada lección es una cadena corta de escenas. Dices qué pasará, luego pasa, y ambas cosas quedan una junto a otra. Lo que respondes se queda en este navegador.',
  begin: 'Empezar',
  curious: 'para curiosos',
  sceneOf: 'Escena {n}: {title}',
  sections: {
    lessons: 'Lecciones',
    explain: 'Lo que ya sabes explicar',
    teach: 'Para docentes',
    glossary: 'Glosario',
  },
  explainLead: 'Lo que se predijo antes y después de cada lección.',
  notYet: 'Nada todavía: termina una escena y aparecerá aquí.',
  print: 'Imprimir esta página',
  forget: 'Olvidar mis respuestas',
  teachLead:
    'Cada escena es un enlace: ábrela en el proyector, pulsa L para letras grandes, y deja que la sala prediga antes de pulsar el botón. Nada de lo que hagas en una escena cambia el enlace.',
  teaches: 'Qué enseña',
  mistakes: 'En qué se equivocan',
  exam: 'Una pregunta de examen',
  answer: 'Respuesta',
  plan: '{minutes} minutos: {title}',
  plans: [
    {
      minutes: 5,
      title: 'por qué se limita una actualización',
      steps: [
        'Lección 1, escena 2: ¿quién mueve más? Que la sala levante la mano.',
        'Lección 1, escena 4: con límite y sin él. Esta es la idea.',
        'Reparte el enlace de la lección 2 para casa.',
      ],
    },
    {
      minutes: 20,
      title: 'tres medidas',
      steps: [
        'Lección 1, escenas 2 y 4.',
        'Lección 2, escena 1: alguien sale a arrastrar el punto.',
        'Lección 3, escenas 1 y 3: la zona muerta.',
        'Lección 4, escena 1: ¿es prudente una λ pequeña?',
        'Lección 6, escena 1: por qué tiene que bajar el precio.',
      ],
    },
    {
      minutes: 50,
      title: 'una sesión entera',
      steps: [
        'Lecciones 1 a 4, por parejas, 20 minutos. Pasea y pregunta por razones, no por respuestas.',
        'Lecciones 5 y 6 juntos ante el proyector, 10 minutos.',
        'Lección 8, 8 minutos: una ejecución no prueba nada. Abre al lado la página de afirmaciones.',
        'Lección 10, 10 minutos: cada pareja construye un mundo, apuesta y manda su enlace a otra.',
        'Recoge las preguntas de examen de abajo, 2 minutos.',
      ],
    },
  ],
  glossaryLead: 'Cada palabra punteada de las páginas, con una figura hecha por el motor.',
};
