import type { LessonsCopy } from '../copy.ts';

/** Lessons 1 to 4, in Spanish. */
export const first: LessonsCopy = {
  update: {
    title: 'Una actualización, y por qué se limita',
    can: 'decir qué hace una actualización y por qué se limita su longitud.',
    teaches:
      'Una actualización convierte una política antigua en una nueva, en todos los estados a la vez. Una región de confianza limita cuánto. Las tres reglas difieren en cómo miden «cuánto», no en lo que quieren.',
    mistakes:
      'Se toma cada columna por un algoritmo aparte. Las tres mejoran con las mismas ventajas; solo cambia la regla de medir. También se toma la misma δ en dos medidas por la misma longitud.',
    exam: {
      question:
        'Con 30 episodios por actualización, quien aprende sin límite se queda para siempre en la salida. ¿Por qué ayuda un límite, si cada paso es más corto?',
      answer:
        'Las ventajas valen para la política antigua y se estiman con pocas visitas. Un paso voraz se fía del todo de una estimación mala y ya no visita lo que la corregiría. Un paso limitado lo sigue visitando.',
    },
    scenes: [
      {
        title: 'La misma política, tres reglas',
        text: 'Cada mapa es una <policy>política</policy>: en cada casilla hay cuatro triángulos, más claro el movimiento más probable. Tres columnas mejoran la misma política del mismo mundo. Solo cambia la regla con que se mide una actualización.',
        ask: 'Haz una actualización más: pulsa la flecha ▶ junto a la línea de tiempo.',
        after:
          'Eso fue una <update>actualización</update>: en cada estado, algo de probabilidad pasó de movimientos peores a mejores.',
      },
      {
        title: '¿Quién mueve más?',
        text: 'Todas las columnas empiezan igual: cada movimiento es igual de probable. Ahora cada una hace una actualización. El ajuste de arriba dice «igual».',
        ask: '¿Qué columna moverá la mayor parte de su probabilidad?',
        options: { alike: 'todas mueven lo mismo' },
        after:
          'KL movió {kl}, Wasserstein {w} y Sinkhorn {s} de la probabilidad. La longitud es la misma en las tres; lo que cambia es *de dónde* se tomó. Esa es una comparación justa.',
      },
      {
        title: 'Mira un estado',
        text: 'Un anillo marca un estado en todos los mapas. Debajo de cada mapa, unas cintas muestran su actualización: a la izquierda la política antigua, a la derecha la nueva. Una cinta es probabilidad que pasó de un movimiento a otro.',
        ask: 'Pulsa una casilla y mira cómo la cambió cada regla.',
        after:
          'KL reescala un poco todos los movimientos. Wasserstein lleva todo en pocos estados y deja los demás en paz.',
      },
      {
        title: '¿Para qué limitarla?',
        text: 'Ahora hay que estimar: se juegan 30 episodios antes de cada actualización. La columna izquierda va adonde apunte su estimación. La derecha mueve como mucho el 5 % de su probabilidad.',
        ask: '¿Cuál tiene mayor retorno tras 30 actualizaciones?',
        options: { '0': 'la izquierda, sin límite', '1': 'la derecha, con límite', alike: 'más o menos igual' },
        after:
          'Sin límite {free}, con límite {bound}. El paso voraz se fio del todo de una mala estimación y dejó de visitar lo que la habría corregido. Para esto sirve una <region>región de confianza</region>.',
      },
      {
        title: 'Otra medida, otra longitud',
        text: 'Aquí cada columna respeta un <radius>radio</radius> δ en su *propia* medida, y los números se eligieron para que parezcan pequeños: .01, .03, .01.',
        ask: '¿Quién mueve más ahora?',
        options: { alike: 'todas mueven lo mismo' },
        after:
          'KL {kl}, Wasserstein {w}, Sinkhorn {s}. Números iguales en dos medidas no son pasos iguales. Antes de decir que una regla es más rápida, pregunta cuánto se movió.',
      },
    ],
  },
  kl: {
    title: 'KL: todo por un factor',
    can: 'predecir una actualización KL: cada acción se multiplica por su propio factor.',
    teaches:
      'π′ ∝ π·exp(A/β). Se mueven todas las acciones a la vez; no importa lo lejos que estén entre sí; lo que es 0 sigue siendo 0.',
    mistakes:
      'Se espera que KL vaya solo a la mejor acción, o que devuelva lo que tiene probabilidad 0. Se lee β como tamaño de paso: una β grande es un paso pequeño.',
    exam: {
      question:
        'Una acción tiene probabilidad 0 y con mucho la mayor ventaja. ¿Qué le da una actualización KL, y por qué?',
      answer: 'Nada: 0 por cualquier factor es 0. KL(π′‖π) es infinita donde π′ tiene masa y π no.',
    },
    scenes: [
      {
        title: '¿Dónde caerá?',
        text: 'Un estado, tres acciones. Una esquina del triángulo es una política que siempre toma esa acción; el centro las toma todas por igual. El anillo es la política antigua: A .5, B .3, C .2. Las recompensas son A 0, B 0.7, C 1.',
        ask: 'Arrastra el punto adonde estará la nueva política de KL, con un precio β de 0.5.',
        after:
          'KL multiplica cada acción por su propio factor, mayor para las mejores. Nadie queda fuera, nadie se lo lleva todo.',
      },
      {
        title: 'Un factor por acción',
        text: 'El factor es e elevado a A/β, y luego todo se divide por la suma. Aquí <beta>β</beta> es {beta}; la A de la primera acción es {a}, la de la última {c}.',
        ask: 'Mira el camino: ahí cae KL con cada precio.',
        after: 'A se multiplicó por {fa}, B por {fb}, C por {fc}. Por encima de 1 creció, por debajo menguó.',
      },
      {
        title: 'Gira el precio',
        text: 'El <price>precio</price> β dice cuánto cuesta mover. Un precio alto es un paso prudente; con precio 0 todo va a la mejor acción.',
        ask: 'Baja β a 0.2 o menos, y mira cómo el punto discontinuo recorre su camino.',
        after:
          'El punto discontinuo es la próxima actualización con tu precio. Cuanto más bajo el precio, más cerca de la esquina C.',
      },
      {
        title: 'De la nada, nada',
        text: 'C es la mejor acción, pero la política antigua nunca la toma: su probabilidad es exactamente 0. KL hará 30 actualizaciones.',
        ask: '¿Cuándo será probable C?',
        options: { soon: 'antes de la actualización 30', late: 'más tarde, pero va creciendo', never: 'nunca' },
        after:
          'C está en {c}, B en {b}. Cero por cualquier factor es cero. KL se queda con lo que la política antigua ya hace.',
      },
      {
        title: 'Otra vez',
        text: 'Otras recompensas: A 1, B 0.2, C 0. La política antigua: A .2, B .2, C .6. El precio es 0.4.',
        ask: 'Arrastra el punto adonde caerá KL.',
        after:
          'A es la que más creció, pero C, que era probable, conserva una buena parte. Un factor no puede más en un paso.',
      },
    ],
  },
  wasserstein: {
    title: 'Wasserstein: llevado por caminos baratos',
    can: 'decir cuándo una actualización de Wasserstein mueve algo, y qué es una zona muerta.',
    teaches:
      'La probabilidad se lleva de una acción a otra donde ganancia > β · distancia, toda o nada. Las ganancias menores son una zona muerta: con precio fijo nunca se toman.',
    mistakes:
      'Se espera un poco de movimiento por un poco de ganancia, como con KL. Se toma la zona muerta por un fallo del programa: es exacta, y por ella tiene que bajar el precio.',
    exam: {
      question:
        'Una ganancia de 0.3 a una distancia de 0.5 con precio 1. ¿Mueve Wasserstein esa probabilidad? ¿Con qué precio lo haría?',
      answer: 'No: 0.3 es menos que 1 · 0.5. Lo hace con cualquier precio por debajo de 0.3 / 0.5 = 0.6.',
    },
    scenes: [
      {
        title: '¿Qué columna mueve?',
        text: 'Tres acciones en una línea, a media unidad entre sí. Recompensas: A 0, B 0.7, C 1. Casi toda la probabilidad está en A. Todas las columnas son Wasserstein; solo cambia el <price>precio</price>: 2, 1 y 0.5.',
        ask: '¿Qué columnas sacarán probabilidad de A?',
        options: { all: 'las tres', two: 'las de precio 1 y 0.5', one: 'solo la de 0.5', none: 'ninguna' },
        after: 'De A a B se gana 0.7 a una distancia de 0.5: 1.4 por unidad. Compensa con precio 1 y 0.5, y no con 2.',
      },
      {
        title: 'Ganancia contra precio',
        text: 'El precio es {beta} por unidad de distancia. De A a B la ganancia es {near} por unidad, de B a C {far}. Una cinta dice qué se llevó.',
        ask: 'Lee las cintas: ¿qué se movió y qué se quedó?',
        after: 'Donde la ganancia supera al precio se lleva todo. Donde no, nada: no un poco, nada.',
      },
      {
        title: 'Dentro y fuera de la zona muerta',
        text: 'Con precio 2 nada compensa, así que nada se mueve: todas las ganancias están en la <deadzone>zona muerta</deadzone>.',
        ask: 'Baja β por debajo de 0.6 y mira: primero A va a B, luego todo va a C.',
        after: 'Dos saltos y nada en medio. Cada ganancia tiene su precio a partir del cual compensa.',
      },
      {
        title: 'Lo que cuesta un precio fijo',
        text: 'De vuelta al acantilado. Las dos columnas mantienen el precio 4.4 para siempre. A la izquierda Wasserstein, a la derecha KL.',
        ask: '¿Dónde estará Wasserstein tras 40 actualizaciones?',
        options: { best: 'en la mejor política', short: 'por debajo, y parado' },
        after:
          'Se queda a {gap} del mejor retorno, para siempre: lo que falta por ganar cuesta más de lo que da. KL está a {kl} y sigue arrastrándose.',
      },
      {
        title: 'Otra vez',
        text: 'Ahora B paga solo 0.4: A 0, B 0.4, C 1, a media unidad entre sí. Los precios son otra vez 2, 1 y 0.5.',
        ask: '¿Qué columnas sacan probabilidad de A?',
        options: { all: 'las tres', two: 'las de precio 1 y 0.5', one: 'solo la de 0.5', none: 'ninguna' },
        after:
          'De A a B es ahora 0.8 por unidad: con precio 1, nada. De A directamente a C es exactamente 1, que tampoco compensa.',
      },
    ],
  },
  sinkhorn: {
    title: 'Sinkhorn: llevado y difuminado',
    can: 'decir qué hace λ, y por qué una λ pequeña no es un paso prudente.',
    teaches:
      'Sinkhorn lleva como Wasserstein y reparte lo que lleva. Cuanto mayor λ, menos difuminado; λ → ∞ es Wasserstein. El difuminado mueve probabilidad aunque no se gane nada.',
    mistakes: 'Se lee λ como tamaño de paso. Una λ pequeña mueve más, no menos, y lo que mueve no gana nada.',
    exam: {
      question:
        'Con precio fijo, una política de Sinkhorn con λ = 2 empieza cerca de la mejor acción y acaba peor. ¿Qué pasó?',
      answer:
        'La entropía del plan premia repartir. Con λ = 2 ese premio pesa más que la pérdida, y la masa deja la mejor acción hasta que ambos se igualan: un punto fijo que no es la mejor política.',
    },
    scenes: [
      {
        title: '¿Un paso prudente?',
        text: 'La política es casi la buena: C paga más y tiene .9. Las dos columnas son Sinkhorn con el mismo precio. A la izquierda <lambda>λ</lambda> es 1000, a la derecha 2.',
        ask: '¿Qué columna mueve más en una actualización?',
        options: { '0': 'λ = 1000', '1': 'λ = 2', alike: 'las dos igual' },
        after:
          'λ = 1000 movió {sharp}, λ = 2 movió {blurred}. La λ pequeña incluso *quitó* probabilidad a la mejor acción: de .9 pasó a {to}.',
      },
      {
        title: 'Más difuminado',
        text: 'Sinkhorn lleva como Wasserstein, y difumina lo que lleva. <lambda>λ</lambda> dice cuán poco: cuanto menor, más difuminado.',
        ask: 'Baja λ a 3 o menos, y mira las cintas discontinuas.',
        after: 'Salen cintas de C, aunque nada se gana: el difuminado mueve probabilidad porque sí.',
      },
      {
        title: 'Y menos',
        text: 'Ahora al revés. Al crecer λ el difuminado desaparece y el plan se vuelve el de Wasserstein: cintas enteras o ninguna.',
        ask: 'Sube λ a 500 o más.',
        after: 'Con 1000 no lo distinguirías de Wasserstein. λ grande: nítido. λ pequeña: difuminado.',
      },
      {
        title: 'Un punto fijo que no es el mejor',
        text: 'A la izquierda Wasserstein, a la derecha Sinkhorn con λ = 2, ambos con precio 1. El retorno empieza en .935. Harán 20 actualizaciones.',
        ask: '¿Qué hace el retorno de la columna difuminada?',
        options: { up: 'sube', same: 'se queda', down: 'baja' },
        after:
          'De {before} a {after}, y ahí se queda: el difuminado quita a la mejor acción tanto como la ganancia devuelve.',
      },
      {
        title: 'Un suelo que permanece',
        text: 'Cinco estados en cadena, con precio fijo 1. λ es 20, 5 y 2.',
        ask: '¿Qué columna está más lejos del mejor retorno tras 60 actualizaciones?',
        options: { '0': 'λ = 20', '1': 'λ = 5', '2': 'λ = 2' },
        after:
          'λ = 20 queda a {twenty}, λ = 5 a {five}, λ = 2 a {two}. Un poco de difuminado ayuda: encuentra lo que esconde la zona muerta de Wasserstein. Demasiado es una pérdida que permanece.',
      },
    ],
  },
};
