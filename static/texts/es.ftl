### The interface texts in Spanish. What each is for stands in en.ftl.

## What pages are drawn with

sections = Secciones
lead-stories = En portada
latest = Lo último
section = Sección
topic = Tema
topics = Temas
author = Firma
archive = Hemeroteca
by = Por { $names }
and = {" "}y{" "}
comma = ,{" "}
updated = Actualizado
live = En directo
more-in-section = Más en { $section }
related = Noticias relacionadas
see-also = Lea también
correction = Corrección
key-points = Claves
fact-box = En breve
timeline = Cronología
footnotes = Notas
back-to-text = Volver al texto
gallery = Galería
picture-credit = Foto: { $credit }
table = Tabla
audio = Audio
video = Vídeo
download-audio = Descargar el audio
download-video = Descargar el vídeo
transcript = Transcripción
load-embed = Cargar desde { $provider }
embed-notice = Se establecerá conexión con { $provider }, que puede instalar cookies.
unsupported-block = Esta parte del artículo ({ $kind }) no se puede mostrar aquí.
faulty-block = Esta parte del artículo contiene un error y no se puede mostrar.
page = Página { $page } de { $pages }
pagination = Paginación
newer = Más recientes
older = Anteriores
not-found-title = Esta página no existe
not-found-text = Puede que el artículo haya cambiado de sitio o que la dirección tenga una errata. En la portada está toda la edición de hoy.
front-page = Portada
licence = Licencia
contact = Contacto
loading = Cargando el artículo…
loaded = { $title }, página cargada
error-title = La página no ha llegado
error-offline = Parece que no hay conexión. Lo que estaba leyendo sigue aquí.
error-timeout = La página ha tardado demasiado en llegar. Lo que estaba leyendo sigue aquí.
error-broken = Lo que ha llegado no es una página de este periódico.
error-server = El servidor ha respondido con un error ({ $status }).
retry = Reintentar
dismiss = Cerrar
open-as-link = Abrir como página normal

## What the press alone writes

press-stories =
    { $count ->
        [one] { $count } artículo
        [many] { $count } de artículos
       *[other] { $count } artículos
    }
press-reading-time =
    { $minutes ->
        [one] { $minutes } min de lectura
        [many] { $minutes } min de lectura
       *[other] { $minutes } min de lectura
    }
press-skip-to-content = Ir al contenido
press-draft = Borrador
press-scheduled = Programado
press-search = Buscar
press-search-words = Palabras que buscar
press-search-places = Todos los artículos, por sección y fecha
press-found =
    { $count ->
        [one] Un artículo encontrado
        [many] { $count } de artículos encontrados
       *[other] { $count } artículos encontrados
    }
press-found-nothing = Ningún artículo contiene esas palabras. Pruebe con menos, o con otras.
press-more-found = Más artículos
press-narrow = Acotar la búsqueda
press-any = Cualquiera
press-year = Año
press-in-language = Idioma
press-error-search = No se ha podido completar la búsqueda: no ha llegado una parte del índice. Las secciones y la hemeroteca, más abajo, llevan a todos los artículos.

## The reader's tools

tools-tools = Herramientas de lectura
tools-close = Cerrar
tools-not-kept = Su navegador no guarda nada de este periódico: lo que elija vale hasta que salga de él.
tools-no-tools = No se pudieron cargar las herramientas de lectura. Comprueba tu conexión o recarga la página.
tools-display = Aspecto
tools-colours = Colores
tools-scheme-system = Como el sistema
tools-scheme-light = Claro
tools-scheme-dark = Oscuro
tools-scheme-sepia = Sepia
tools-scheme-contrast = Alto contraste
tools-face = Letra
tools-face-own = La del periódico
tools-face-sans = Sin remates
tools-face-system = La del sistema
tools-face-legible = Fácil de leer
tools-size = Tamaño
tools-leading = Espacio entre líneas
tools-measure = Largo de línea
tools-letter-space = Espacio entre letras
tools-word-space = Espacio entre palabras
tools-justified = Texto justificado
tools-unbroken = Sin guiones
tools-reset = Como en el periódico
tools-contents = Contenido
tools-read-so-far = Leído hasta aquí
tools-minutes-left =
    { $minutes ->
        [one] Queda { $minutes } minuto
        [many] Quedan { $minutes } de minutos
       *[other] Quedan { $minutes } minutos
    }
tools-no-contents = Esta página no tiene partes que enumerar.
tools-resume = Seguir donde lo dejó ({ $share } %)
tools-find = Buscar e ir
tools-find-field = Un artículo o una orden
tools-commands = Órdenes
tools-stories-found = Artículos
tools-find-more = Buscar en todo el periódico
tools-find-failed = Ahora no se puede buscar en el periódico.
tools-next-story = Artículo siguiente
tools-previous-page = Página anterior
tools-no-next-story = Aquí no se nombra ningún otro artículo.
tools-front-page = Portada
tools-keys = Teclado
tools-key = Tecla
tools-key-does = Qué hace
tools-open-commands = Buscar e ir, desde cualquier lugar
tools-close-open = Cerrar lo que esté abierto
tools-keys-on = Las teclas sueltas hacen algo
tools-swipes-on = Deslizar lleva al artículo siguiente o a la página anterior
tools-take-away = Compartir y guardar
tools-share = Compartir…
tools-copy-link = Copiar el enlace
tools-copied = Copiado.
tools-copy-yourself = Su navegador no deja copiar a esta página. Cópielo de aquí:
tools-print = Imprimir
tools-save-file = Guardar en un archivo (HTML)
tools-save-book = Guardar como libro (EPUB)
tools-cite = Citar
tools-saved = Guardado como { $name }.
tools-save-failed = No se pudo guardar: no hay red, o no hay artículo.
tools-files-missing =
    { $count ->
        [one] Un archivo no se pudo cargar y falta.
        [many] { $count } de archivos no se pudieron cargar y faltan.
       *[other] { $count } archivos no se pudieron cargar y faltan.
    }
tools-data = Lo guardado
tools-data-about = Todo esto se guarda solo en su navegador. Nada se envía a ninguna parte.
tools-data-display = Aspecto de las páginas
tools-data-places = Dónde se detuvo en los artículos
tools-data-keys = Teclas y gestos
tools-delete = Borrar
tools-delete-all = Borrarlo todo
tools-delete-all-sure = Se borrará para siempre todo lo que se nombra aquí, también los subrayados y las notas, y con ello las páginas guardadas al leer. Antes puede guardarlo en un archivo.
tools-delete-sure = { $what }: se borrará para siempre. Antes puede guardarlo en un archivo.
tools-delete-now = Borrar para siempre
tools-delete-not = No borrar
tools-data-none = No hay nada guardado.
tools-export = Guardar en un archivo
tools-import = Tomar de un archivo
tools-imported = Incorporado.
tools-import-failed = Este archivo no contiene nada guardado aquí; no se ha cambiado nada.
tools-new-updates =
    { $count ->
        [one] Una actualización nueva
        [many] { $count } de actualizaciones nuevas
       *[other] { $count } actualizaciones nuevas
    }
tools-story-changed = Este artículo se ha actualizado.
tools-show-news = Mostrar
tools-to-note = Todas las notas
tools-footnote = Nota { $number }
tools-pictures = Imágenes en grande
tools-picture-before = Imagen anterior
tools-picture-after = Imagen siguiente
tools-larger = Más grande
tools-smaller = Más pequeña
tools-listen = Escuchar
tools-no-voice = Su navegador no tiene voz para el idioma de esta página ({ $language }) que hable en este equipo. Las voces vienen con el sistema o se añaden en sus ajustes.
tools-play = Leer en voz alta
tools-pause = Pausa
tools-paragraph-before = Párrafo anterior
tools-paragraph-after = Párrafo siguiente
tools-speed = Velocidad
tools-voice = Voz
tools-then-next = Después leer el artículo siguiente
tools-leave-out = Omitir las palabras en un idioma sin voz en este equipo
tools-voice-failed = La voz ha fallado y la lectura se ha detenido. Inténtelo de nuevo o elija otra voz.
tools-keep = Guardar
tools-keep-this = Guardar este artículo para leerlo sin conexión
tools-unkeep = Dejar de guardar este artículo
tools-keeping = Guardando el artículo…
tools-keep-done = El artículo está guardado, con sus imágenes.
tools-keep-removed = El artículo ya no está guardado.
tools-keep-failed = Una parte del artículo no ha llegado: no se ha cambiado nada. Inténtelo cuando haya conexión.
tools-no-room = No queda sitio para este artículo: no se ha guardado nada de él. Quite antes otro.
tools-keep-impossible = En esta ventana del navegador no se pueden guardar artículos de este periódico.
tools-keep-none = Aún no hay artículos guardados. Lo que ha leído se puede leer sin conexión por un tiempo; lo que guarde, hasta que lo quite.
tools-keep-search = Buscar en lo guardado
tools-keep-remove = Quitar
tools-keep-used = En uso en este dispositivo, con lo que ha leído: { $used } de { $room }.
tools-notes = Subrayados y notas
tools-selection = Palabras seleccionadas
tools-mark = Subrayar
tools-marked = Subrayado.
tools-unmark = Quitar el subrayado
tools-unmarked = El subrayado se ha quitado.
tools-note = Nota
tools-copy-quotation = Copiar la cita
tools-quotation = «{ $words }» — { $title }, { $url }
tools-link-to-words = Enlace a estas palabras
tools-no-notes = Aún no hay nada subrayado. Seleccione palabras de un artículo y elija Subrayar o pulse h.
tools-lost-words = El artículo ya no contiene estas palabras. Se conservan aquí.
tools-show-in-story = Ver en el artículo
tools-other-notes = En otros artículos
tools-export-markdown = Guardar como Markdown
tools-export-annotations = Guardar como Web Annotations
tools-changes = Qué ha cambiado
tools-changed-since = Este artículo ha cambiado desde que lo leyó.
tools-show-changes = Ver qué ha cambiado
tools-unchanged = Nada ha cambiado desde la última vez que leyó esta página.
tools-changes-unknown = La versión que leyó es demasiado antigua: ya no se sabe qué ha cambiado.
tools-changes-failed = No se ha podido cargar qué ha cambiado. Ábralo de nuevo cuando haya conexión.
tools-compared-with = Comparado con la versión del { $date }, la que usted leyó:
tools-words-gone = Quitado:
tools-words-new = Añadido:
tools-data-read = Versiones de los artículos leídos
tools-not-here = Parece que no hay conexión, y esta página no está entre las guardadas en este dispositivo.
tools-new-edition = Hay una nueva edición de este periódico.
tools-show-edition = Verla
