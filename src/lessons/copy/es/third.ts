import type { LessonsCopy } from '../copy.ts';

/** Lessons 9 to 11, in Spanish. */
export const third: LessonsCopy = {
  body: {
    title: 'Lo mismo, en un cuerpo que se mueve',
    can: 'decir cómo funciona una región de confianza donde las acciones son números: con partículas.',
    teaches:
      'De un continuo de acciones se sortean unas pocas, el simulador las valora, y se reponderan o se llevan como antes. Luego se ajusta una gaussiana a lo que salió.',
    mistakes:
      'Se cree que las acciones continuas necesitan otra teoría. El paso en un estado es el mismo; se añaden el sorteo y el ajuste.',
    exam: {
      question:
        'Ocho partículas representan una gaussiana. Di una cosa que se pierde al ajustar una gaussiana a los nuevos pesos de Wasserstein.',
      answer: 'Su forma de todo o nada: media y anchura no pueden decir que siete de ocho acciones no tienen masa.',
    },
    scenes: [
      {
        title: 'Ocho intentos',
        text: 'Un péndulo se empuja a izquierda o derecha con cualquier fuerza. Ningún triángulo contiene todas esas acciones. Así que se sortean ocho y el simulador prueba cada una: son <particles>partículas</particles>. Después se tratan como acciones de una tabla.',
        ask: 'Tras una actualización, ¿qué columna deja menos partículas con alguna probabilidad?',
        options: { alike: 'todas igual' },
        after:
          'KL conserva {kl} de 8, Wasserstein {w}, Sinkhorn {s}. Lo mismo que en el triángulo: factores, movimientos enteros, movimientos enteros difuminados.',
      },
      {
        title: 'Déjalo balancear',
        text: 'Tras las partículas se ajusta una campana, y el cuerpo actúa según ella. Cada actualización dura una fracción de segundo.',
        ask: 'Pulsa Play, y espera hasta la actualización 8.',
        after: 'El retorno sube, todo en esta página. La escena de arriba muestra el último episodio.',
      },
      {
        title: 'Un cuerpo que salta',
        text: 'El saltador tiene pie, rodilla y cadera. El valor de cada partícula sale de quince pasos del simulador. Una actualización dura unos segundos.',
        ask: 'Haz una actualización y mira los fantasmas: adónde llevarían la mejor y la peor partícula.',
        after:
          'Con un paso tan corto las partículas apenas se distinguen. Por eso hacen falta tantas, y aprender a saltar lleva minutos.',
      },
      {
        title: 'Otra vez',
        text: 'El péndulo con otros dados.',
        ask: 'Tras una actualización, ¿qué columna deja menos partículas con alguna probabilidad?',
        options: { alike: 'todas igual' },
        after: 'KL conserva {kl} de 8, Wasserstein {w}, Sinkhorn {s}.',
      },
    ],
  },
  own: {
    title: 'Tu propio mundo',
    can: 'construir un mundo, decir quién será más rápido en él, y averiguarlo.',
    teaches:
      'Una comparación necesita un mundo, un paso justo y una pregunta. Aquí se diseñan los tres y se comparte el enlace.',
    mistakes: 'Se generaliza a partir de un mapa. Pide un mapa en el que gane la otra regla.',
    exam: {
      question: 'Dibuja un mapa en el que KL y Wasserstein necesiten las mismas actualizaciones. ¿Qué lo hace así?',
      answer:
        'Por ejemplo un solo pasillo: en cada estado un único movimiento es bueno, y ambas tienen que mover la misma parte.',
    },
    scenes: [
      {
        title: 'Apuesta',
        text: 'Un mapa con muros, una meta y un peligro. Todas las reglas mueven la misma parte en cada actualización.',
        ask: '¿Quién llega primero al 1 % del mejor retorno?',
        options: { alike: 'dos a la vez' },
        after: 'KL tras {kl} actualizaciones, Wasserstein tras {w}, Sinkhorn tras {s}.',
      },
      {
        title: 'Dibuja el tuyo',
        text: 'Ahora te toca a ti. Puedes poner muros, peligros, metas y salidas donde quieras.',
        ask: 'Abre el tablero y cambia el mapa.',
        after: 'Cada cambio empieza de nuevo, con los mismos dados. Cierra el tablero cuando te guste tu mundo.',
      },
      {
        title: 'Apuesta en tu mundo',
        text: 'Las reglas y sus pasos son los de antes; solo el mundo es tuyo.',
        ask: '¿Quién llega aquí primero al 1 % del mejor retorno?',
        options: { alike: 'dos a la vez' },
        after: 'KL tras {kl} actualizaciones, Wasserstein tras {w}, Sinkhorn tras {s}. (∞: no en 60.)',
      },
      {
        title: 'Compártelo',
        text: 'La dirección de esta página contiene tu mundo, todos los ajustes y este momento. Quien la abra ve lo que tú ves, hasta la última cifra.',
        ask: 'Pulsa Compartir y manda tu mundo a alguien que apueste otra cosa.',
        after: '',
      },
    ],
  },
  dial: {
    title: 'Un dial de KL a Wasserstein',
    can: 'decir por qué no hay un camino recto entre las dos medidas.',
    teaches:
      'Un puente con un número s va de KL (0) a Wasserstein (1). Lo que está en medio no está en medio en rapidez.',
    mistakes: 'Se interpola. Pide antes una predicción del medio.',
    exam: {
      question: '¿Por qué un puente entre dos buenas reglas puede ser más lento que ambas?',
      answer:
        'En medio el plan está difuminado: parte del movimiento va adonde nada se gana, y lo limitado es el movimiento.',
    },
    scenes: [
      {
        title: 'En medio',
        text: 'Un puente tiene un dial s: 0 es KL, 1 es Wasserstein. Todas las columnas mueven la misma parte. A la izquierda s es 0, en medio 0.4, a la derecha 1.',
        ask: '¿Cuál llega la última al 1 % del mejor retorno?',
        options: { '0': 's = 0', '1': 's = 0.4', '2': 's = 1' },
        after: 'Tras {kl}, {middle} y {w} actualizaciones: la de en medio no queda en medio, queda la última.',
      },
      {
        title: 'Gira el dial',
        text: 'Un estado. Con 0 cada acción recibe un factor, con 1 se llevan cintas enteras.',
        ask: 'Gira el <dial>dial</dial> s de la columna a 0.5 o más.',
        after: 'En medio las cintas se difuminan: parte del movimiento va adonde nada se gana.',
      },
      {
        title: 'Seis paradas',
        text: 'Seis columnas, de s = 0 a s = 1 de 0.2 en 0.2.',
        ask: '¿Cuál está primero al 1 %?',
        options: { '0': 's = 0', '1': 's = 0.2', '2': 's = 0.4', '3': 's = 0.6', '4': 's = 0.8', '5': 's = 1' },
        after: 'Tras {s0}, {s1}, {s2}, {s3}, {s4} y {s5} actualizaciones. No hay camino recto entre las medidas.',
      },
    ],
  },
};
